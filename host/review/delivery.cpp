// The ways of mails to their shoppers: a mail server, or a folder.
#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <string_view>
#include <utility>

#include <curl/curl.h>
#include <fmt/format.h>

#include "label/labelled_error.h"
#include "label/make_label.h"
#include "review/mail.h"
#include "review/outbox.h"

namespace relis::review {

namespace {

using Kind = DeliveryResult::Kind;

// Reply codes of RFC 5321, 4.2
constexpr long temporary = 400;
constexpr long permanent = 500;
/// Replies that are about the sender or his login, and meet every mail alike.
constexpr std::array<long, 5> about_the_sender{530, 534, 535, 538, 421};

/// What libcurl tells of a delivery that no answer of the server ended.
constexpr std::array<std::pair<CURLcode, std::string_view>, 10> french_failures{{
    {CURLE_COULDNT_RESOLVE_HOST, "le serveur de courriel est introuvable"},
    {CURLE_COULDNT_CONNECT, "impossible de se connecter au serveur de courriel"},
    {CURLE_OPERATION_TIMEDOUT, "le serveur de courriel n'a pas répondu à temps"},
    {CURLE_SEND_ERROR, "la connexion au serveur de courriel s'est rompue"},
    {CURLE_RECV_ERROR, "la connexion au serveur de courriel s'est rompue"},
    {CURLE_USE_SSL_FAILED, "le serveur de courriel ne chiffre pas"},
    {CURLE_SSL_CONNECT_ERROR, "la connexion chiffrée au serveur de courriel a échoué"},
    {CURLE_PEER_FAILED_VERIFICATION, "personne ne se porte garant du certificat du serveur de courriel"},
    {CURLE_SSL_CACERT_BADFILE, "les autorités de certification sont illisibles"},
    {CURLE_ABORTED_BY_CALLBACK, "l'envoi a été arrêté avant la fin"},
}};

/// The host of a URL: `smtp://host:port/…`.
std::string_view host_of(std::string_view url) {
    const std::size_t slashes = url.find("://");
    std::string_view rest = slashes == std::string_view::npos ? url : url.substr(slashes + 3);
    rest = rest.substr(0, rest.find('/'));
    if (rest.starts_with('[')) {
        return rest.substr(1, rest.find(']') - 1);
    }
    return rest.substr(0, rest.find(':'));
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

/// libcurl is prepared once a process.
void prepare_curl() {
    static const CURLcode prepared = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (prepared != CURLE_OK) {
        throw LabelledError(same_in_both(std::string("libcurl: ") + curl_easy_strerror(prepared)));
    }
}

/// A message on its way to libcurl.
struct Reading {
    std::string_view left;
    const std::function<void()>* handing_over;
    bool handed_over = false;
};

std::size_t read_message(char* buffer, std::size_t size, std::size_t count, void* user) {
    auto& reading = *static_cast<Reading*>(user);
    const std::size_t length = std::min(size * count, reading.left.size());
    if (length == reading.left.size() && !reading.handed_over) {
        reading.handed_over = true;
        try {
            (*reading.handing_over)();
        } catch (const std::exception&) {
            return CURL_READFUNC_ABORT;  // what cannot be noted is not handed over
        }
    }
    std::memcpy(buffer, reading.left.data(), length);
    reading.left.remove_prefix(length);
    return length;
}

class SmtpDelivery : public Delivery {
  public:
    explicit SmtpDelivery(SmtpServer server) : server_(std::move(server)) {
        prepare_curl();
        curl_.reset(curl_easy_init());
        if (curl_ == nullptr) {
            throw LabelledError(same_in_both("libcurl cannot be started"));
        }
        sender_ = "<" + server_.sender + ">";
    }

    [[nodiscard]] std::string way() const override { return "smtp"; }
    [[nodiscard]] std::string target() const override { return server_.url; }

    DeliveryResult deliver(const OutboxMail& mail, const std::string& message, const std::string& /*name*/,
                           const std::function<void()>& handing_over) override {
        Reading reading{message, &handing_over};
        const std::string recipient = "<" + mail.recipient + ">";
        const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
            curl_slist_append(nullptr, recipient.c_str()), &curl_slist_free_all);
        std::array<char, CURL_ERROR_SIZE> error{};
        set(CURLOPT_URL, server_.url.c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT, 15L);
        set(CURLOPT_TIMEOUT, static_cast<long>(server_.seconds));
        const bool open = server_.plain || is_this_machine(host_of(server_.url));
        set(CURLOPT_USE_SSL, static_cast<long>(open ? CURLUSESSL_TRY : CURLUSESSL_ALL));
        if (!server_.authorities.empty()) {
            set(CURLOPT_CAINFO, server_.authorities.c_str());
        }
        if (!server_.user.empty()) {
            set(CURLOPT_USERNAME, server_.user.c_str());
            set(CURLOPT_PASSWORD, server_.password.c_str());
        }
        set(CURLOPT_MAIL_FROM, sender_.c_str());
        set(CURLOPT_MAIL_RCPT, recipients.get());
        set(CURLOPT_READFUNCTION, &read_message);
        set(CURLOPT_READDATA, static_cast<void*>(&reading));
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_ERRORBUFFER, error.data());
        const CURLcode code = curl_easy_perform(curl_.get());
        set(CURLOPT_ERRORBUFFER, static_cast<char*>(nullptr));
        if (code == CURLE_OK) {
            return {};
        }
        long reply = 0;
        curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &reply);
        const std::string why = error.front() != '\0' ? error.data() : curl_easy_strerror(code);
        return {kind_of(code, reply, reading.handed_over),
                why_of(code, reply, reply > 0 ? fmt::format("{} ({})", why, reply) : why)};
    }

  private:
    /// A server that refuses is quoted; where none did, the words are libcurl's, which are English: they stand behind
    /// the French ones.
    static Label why_of(CURLcode code, long reply, const std::string& words) {
        if (reply >= temporary) {
            return same_in_both(words);
        }
        const auto found = std::ranges::find(french_failures, code, &std::pair<CURLcode, std::string_view>::first);
        return {found == french_failures.end() ? words : fmt::format("{} ({})", found->second, words), words};
    }

    static Kind kind_of(CURLcode code, long reply, bool handed_over) {
        if (std::ranges::find(about_the_sender, reply) != about_the_sender.end()) {
            return Kind::stop;
        }
        // A reply settles it, also after the last byte; before it, nothing was taken
        if (reply >= permanent) {
            return Kind::refused;
        }
        if (reply >= temporary) {
            return Kind::later;
        }
        switch (code) {
            case CURLE_COULDNT_RESOLVE_HOST:
            case CURLE_COULDNT_CONNECT:
            case CURLE_LOGIN_DENIED:
            case CURLE_USE_SSL_FAILED:
            case CURLE_SSL_CONNECT_ERROR:
            case CURLE_PEER_FAILED_VERIFICATION:
            case CURLE_SSL_CACERT_BADFILE:
            case CURLE_REMOTE_ACCESS_DENIED:
                return Kind::stop;
            case CURLE_ABORTED_BY_CALLBACK:
                return Kind::later;
            default:
                return handed_over ? Kind::uncertain : Kind::later;
        }
    }

    template <class Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(curl_.get(), option, value);
    }

    struct Cleanup {
        void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    };
    SmtpServer server_;
    std::string sender_;
    std::unique_ptr<CURL, Cleanup> curl_;
};

class FolderDelivery : public Delivery {
  public:
    explicit FolderDelivery(std::filesystem::path folder) : folder_(std::move(folder)) {
        std::error_code error;
        std::filesystem::create_directories(folder_, error);
        if (error || !std::filesystem::is_directory(folder_)) {
            throw LabelledError(make_label("impossible de créer le dossier {} : nommez-en un autre",
                                           "cannot create the folder {}: name another", folder_.string()));
        }
    }

    [[nodiscard]] std::string way() const override { return "folder"; }
    [[nodiscard]] std::string target() const override { return folder_.string(); }

    DeliveryResult deliver(const OutboxMail& /*mail*/, const std::string& message, const std::string& name,
                           const std::function<void()>& handing_over) override {
        const std::filesystem::path file = folder_ / (name + ".eml");
        std::filesystem::path part = file;
        part += ".part";
        std::ofstream out(part, std::ios::binary);
        out << message;
        out.close();
        handing_over();
        std::error_code error;
        if (out) {
            std::filesystem::rename(part, file, error);
        }
        if (!out || error) {
            return {Kind::stop, make_label("impossible d'écrire {} : y a-t-il de la place, et pouvez-vous y écrire ?",
                                           "cannot write {}: is there room, and may you write there?", file.string())};
        }
        return {};
    }

  private:
    std::filesystem::path folder_;
};

}  // namespace

std::unique_ptr<Delivery> smtp_delivery(const SmtpServer& server) {
    const bool known = server.url.starts_with("smtp://") || server.url.starts_with("smtps://");
    if (!known || host_of(server.url).empty()) {
        throw LabelledError(
            make_label("« {} » n'est pas l'adresse d'un serveur de courriel : smtp://serveur:587 ou "
                       "smtps://serveur",
                       "\"{}\" is no mail server: smtp://server:587 or smtps://server", server.url));
    }
    if (!is_mail_address(server.sender)) {
        throw LabelledError(
            make_label("« {} » n'est pas une adresse d'expéditeur : donnez sender_address dans le "
                       "modèle de rétroaction (`relis feedback --print-words` en écrit un)",
                       "\"{}\" is no sender's address: give sender_address in the feedback words "
                       "(`relis feedback --print-words` prints some)",
                       server.sender));
    }
    if (!server.authorities.empty() && !std::ifstream(server.authorities)) {
        throw LabelledError(make_label("impossible de lire les autorités {} : nommez un fichier PEM",
                                       "cannot read the authorities {}: name a PEM file", server.authorities));
    }
    return std::make_unique<SmtpDelivery>(server);
}

std::unique_ptr<Delivery> folder_delivery(const std::filesystem::path& folder) {
    return std::make_unique<FolderDelivery>(folder);
}

}  // namespace relis::review
