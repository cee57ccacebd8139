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

Word::Word() = default;
Word::~Word() = default;

WordBook::WordBook(std::shared_ptr<const language::Lexicon> lexicon)
    : lexicon_(std::move(lexicon)), slots_(std::size_t{most} * 2) {}

WordBook::~WordBook() {
    for (std::atomic<const Word*>& slot : slots_) delete slot.load();
}

const WordBook::Lists& WordBook::lists() const {
    std::call_once(lists_once_, [this] { lists_ = std::make_unique<const Lists>(*lexicon_); });
    return *lists_;
}

std::unique_ptr<Word> WordBook::make(std::string_view form) const {
    const Lists& lists = this->lists();
    auto word = std::make_unique<Word>();
    word->form = form;
    word->folded = fold_quickly(form);
    word->hash = stable_hash(word->folded);
    word->id = lexicon_->find_in_any_case(form);
    word->known = word->id || lexicon_->knows(form);
    word->number = most;
    auto reading = std::make_unique<WordReading>();
    reading->token = lists.vocabulary.read_word(word->folded, word->id);
    reading->filler = lists.fillers.read_token(word->folded);
    reading->formula = lists.formulas.has(word->folded, word->id);
    reading->question_little = Formulas::is_little(word->folded);
    reading->praise = lists.formulas.praises(word->folded);
    reading->little = is_little_word(word->folded);
    reading->little_foreign = is_little_foreign_word(word->folded);
    reading->hollow = lists.mash.is_hollow(word->folded);
    word->reading = std::move(reading);
    return word;
}

const Word& WordBook::read(std::string_view form, std::vector<std::unique_ptr<const Word>>& own) const {
    const std::uint64_t hash = stable_hash(form);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash ^ (hash >> 32U);
    for (;; ++at) {
        const Word* const word = slots_[at & mask].load(std::memory_order_acquire);
        if (word == nullptr) break;
        if (word->form == form) return *word;
    }
    std::unique_ptr<Word> made = make(form);
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
