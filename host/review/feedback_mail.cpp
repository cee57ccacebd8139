#include "feedback_mail.h"

#include "french_text.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "store/roster.h"
#include "store_types.h"

namespace relis::review {

Mail feedback_mail(Workspace& workspace, const Sheet& sheet, const std::string& shopper_id, const std::string& subject,
                   const std::string& key, const FeedbackWords& words) {
    const auto shopper = store::load_shopper(workspace.database(), shopper_id);
    if (!shopper) {
        throw LabelledError(make_label("le client mystère {} n'existe pas", "there is no shopper {}", shopper_id));
    }
    require_sender(words);
    Mail mail;
    mail.from = {words.sender_name, words.sender_address};
    mail.to = {shopper->name, shopper->email};
    mail.reply_to = words.reply_address;
    mail.subject = subject;
    mail.text = text_of(sheet);
    mail.html = html_of(sheet);
    const std::size_t at = words.sender_address.find('@');
    mail.id = safe_file_name(key) + ".relis" + (at == std::string::npos ? "@relis" : words.sender_address.substr(at));
    mail.date = now();
    return mail;
}

}  // namespace relis::review
