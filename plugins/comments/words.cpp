#include "comments/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "comments/comment.h"
#include "comments/readability.h"
#include "comments/shingles.h"
#include "word_lists.h"

namespace relis::comments {

namespace {

/// Longer ones are no words that come again.
constexpr std::size_t longest_kept = 40;

}  // namespace

Formulas::Formulas(const language::Lexicon& lexicon) : lexicon_(lexicon), praise_(filler_words("echo_praise")) {
    using namespace word_class;
    for (const std::string_view word : filler_words("formulas")) words_.emplace(language::fold(word));
    for (const std::string_view word : listed_words(abstract_noun | weak_verb | auxiliary | glue | subject)) {
        words_.emplace(language::fold(word));
    }
    // « en moins d'une minute » is an answer
    for (const std::string_view word : listed_words(duration | measure | money | hour | number)) {
        words_.erase(language::fold(word));
    }
}

bool Formulas::has(std::string_view folded, std::optional<language::FormId> form) const {
    if (words_.find(folded) != words_.end()) return true;
    if (!form) return false;
    const language::Analyses analyses = lexicon_.analyses(*form);
    return std::any_of(analyses.begin(), analyses.end(), [&](const language::Analysis& analysis) {
        return words_.find(language::fold(lexicon_.lemma(analysis.lemma))) != words_.end();
    });
}

bool Formulas::is_little(std::string_view folded) {
    constexpr auto little = std::to_array<std::string_view>(
        {"oui", "non",  "bien", "avait", "avez", "sont",  "est", "etes",  "etait", "etaient", "ete",  "elle",  "elles",
         "ils", "nous", "vous", "mon",   "mes",  "votre", "vos", "notre", "nos",   "les",     "des",  "une",   "aux",
         "par", "pour", "avec", "dans",  "que",  "qui",   "ont", "aviez", "avais", "pas",     "quel", "quelle"});
    return folded.size() <= 2 || std::find(little.begin(), little.end(), folded) != little.end();
}

bool Formulas::has(std::string_view folded, std::string_view form) const {
    return has(folded, lexicon_.find_in_any_case(form));
}

/// A word with what it views, what is asked first in front.
struct alignas(64) WordBook::Entry final : Word {
    std::string letters;  ///< the form, and the folded form behind it where that is another
    WordReading kept;
};

WordBook::WordBook(std::shared_ptr<const language::Lexicon> lexicon)
    : lexicon_(std::move(lexicon)), slots_(std::size_t{most} * 2) {}

WordBook::~WordBook() {
    for (std::atomic<const Word*>& slot : slots_) delete slot.load();
}

const WordBook::Lists& WordBook::lists() const {
    std::call_once(lists_once_, [this] { lists_ = std::make_unique<const Lists>(*lexicon_); });
    return *lists_;
}

std::unique_ptr<WordBook::Entry> WordBook::make(std::string_view form) const {
    const Lists& lists = this->lists();
    auto word = std::make_unique<Entry>();
    const std::string folded = fold_quickly(form);
    word->letters = form;
    if (folded != form) word->letters += folded;
    word->form = std::string_view(word->letters).substr(0, form.size());
    word->folded = std::string_view(word->letters).substr(word->letters.size() - folded.size());
    word->hash = stable_hash(word->folded);
    word->id = lexicon_->find_in_any_case(form);
    word->known = word->id || lexicon_->knows(form);
    word->number = most;
    WordReading& reading = word->kept;
    reading.token = lists.vocabulary.read_word(word->folded, word->id);
    reading.filler = lists.fillers.read_token(word->folded);
    reading.formula = lists.formulas.has(word->folded, word->id);
    reading.question_little = Formulas::is_little(word->folded);
    reading.praise = lists.formulas.praises(word->folded);
    reading.little = is_little_word(word->folded);
    reading.little_foreign = is_little_foreign_word(word->folded);
    reading.hollow = lists.mash.is_hollow(word->folded);
    word->reading = &reading;
    return word;
}

void WordBook::read(std::span<const std::string_view> forms, std::span<const Word*> words, Own& own) const {
    // The memory of all is asked for before the first is waited for: the plugins take turns, and each finds that the
    // others have pushed its words out of the cache
    std::array<std::size_t, at_once> places{};
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const std::uint64_t hash = stable_hash(forms[i]);
        places[i] = hash ^ (hash >> 32U);
        __builtin_prefetch(&slots_[places[i] & mask]);
    }
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const auto* const word =
            reinterpret_cast<const char*>(slots_[places[i] & mask].load(std::memory_order_relaxed));
        for (std::size_t line = 0; line < sizeof(Entry); line += alignof(Entry)) __builtin_prefetch(word + line);
    }
    for (std::size_t i = 0; i < forms.size(); ++i) words[i] = &read_from(places[i], forms[i], own);
}

const Word& WordBook::read_from(std::size_t at, std::string_view form, Own& own) const {
    const std::size_t mask = slots_.size() - 1;
    for (;; ++at) {
        const Word* const word = slots_[at & mask].load(std::memory_order_acquire);
        if (word == nullptr) break;
        if (word->form == form) return *word;
    }
    std::unique_ptr<Entry> made = make(form);
    const std::uint32_t room = made->known ? most : most / 2;
    if (form.size() > longest_kept || count_.load(std::memory_order_relaxed) >= room) {
        return *own.emplace_back(std::move(made));
    }
    const std::uint32_t number = count_.fetch_add(1, std::memory_order_relaxed);
    if (number >= most) return *own.emplace_back(std::move(made));
    made->number = number;
    for (;; ++at) {
        const Word* there = nullptr;
        if (slots_[at & mask].compare_exchange_strong(there, made.get(), std::memory_order_acq_rel))
            return *made.release();
        if (there->form == form) return *there;  // another thread was quicker; the number stays unused
    }
}

}  // namespace relis::comments
