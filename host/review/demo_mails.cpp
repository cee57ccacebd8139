#include "demo_mails.h"

#include "label/make_label.h"
#include "review/outbox.h"

namespace relis::review {

namespace {

class DemoServer final : public Delivery {
  public:
    DemoServer(Random& random, bool busy) : random_(random), busy_(busy) {}

    std::string way() const override { return "smtp"; }
    std::string target() const override { return "smtp://courrier.agence.example:587"; }
    DeliveryResult deliver(const OutboxMail& mail, const std::string& /*message*/, const std::string& /*name*/,
                           const std::function<void()>& handing_over) override {
        using Kind = DeliveryResult::Kind;
        if (mail.tries == 1 && happens(random_, 0.01)) {
            return {Kind::refused, same_in_both("550 5.1.1 " + mail.recipient + ": adresse inconnue")};
        }
        if (happens(random_, busy_ ? 0.3 : 0.02)) {
            return {Kind::later, same_in_both("452 4.2.2 boîte pleine")};
        }
        handing_over();
        if (happens(random_, 0.004)) {
            return {Kind::uncertain,
                    {"la connexion s'est fermée avant la réponse", "the connection was closed before the answer"}};
        }
        return {};
    }

  private:
    Random& random_;
    bool busy_;
};

}  // namespace

void send_demo_mails(DemoAgency& agency, const Moment& at) {
    // What is deferred in the last days still waits at the end
    DemoServer server(agency.random, agency.end.utc - at.utc < std::chrono::days{4});
    SendOptions options;
    options.words.sender_address = "controle@agence.example";
    const SendSummary sent = send_feedback(agency.first_desk(), server, options);
    agency.summary.mails_sent += sent.sent;
    agency.summary.mails_failed += sent.failed;
    agency.summary.mails_uncertain += sent.uncertain;
}

}  // namespace relis::review
