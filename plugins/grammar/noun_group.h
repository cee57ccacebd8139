// One noun group judged: its members, the gender and number that they should share, what to report.
#pragma once

#include <array>

#include "rules.h"

namespace relis::grammar {

/// A member of a noun group with what its form allows.
struct Member {
    std::size_t token = 0;
    AgreementSet set = any_agreement;
    bool is_determiner = false;
    bool is_head = false;
    bool after_head = false;
    bool joined_after = false;  ///< after et, ou: may be the participle of another clause
};

constexpr std::size_t max_members = 8;

struct Members {
    std::array<Member, max_members> list{};
    std::size_t count = 0;
    void add(const Member& member) {
        if (count < max_members) list[count++] = member;
    }
    [[nodiscard]] const Member* begin() const { return list.data(); }
    [[nodiscard]] const Member* end() const { return list.data() + count; }
};

class NounGroupRule {
  public:
    NounGroupRule(Checker& checker, std::size_t k)
        : checker_(checker), text_(checker.text()), chunk_(checker.chunks()[k]), k_(k) {}

    void run();

  private:
    [[nodiscard]] bool is_exceptional() const;
    void collect();
    [[nodiscard]] bool all_before_bare_noun(std::size_t i) const;
    void collect_determiners(std::size_t& i);
    void collect_before(std::size_t i);
    void collect_after();
    void decide_target();
    void report(const Member& member);
    bool report_verb_meant();
    void report_pair(std::size_t determiner_token, std::uint8_t genders, std::uint8_t numbers, std::string_view rule);
    bool report_together(AgreementSet target);
    /// The noun in the other gender: chien, chienne; parti, partie. Empty when there is none.
    [[nodiscard]] std::string other_gender_noun(std::uint8_t genders, std::uint8_t numbers, bool common) const;
    [[nodiscard]] bool names_person_in(std::uint8_t genders) const;
    [[nodiscard]] std::string version(std::size_t first, std::size_t last, std::uint8_t genders,
                                      std::uint8_t numbers) const;
    /// No determiner or numeral says which gender and number are meant.
    [[nodiscard]] bool bare() const {
        return !members_.list[0].is_determiner && !text_.can(members_.list[0].token, PartOfSpeech::numeral) &&
               !plural_after_de();
    }
    /// de tels [client], de nombreux, de belles: the adjective after de can only be a plural.
    [[nodiscard]] bool plural_after_de() const;
    /// A preposition stands before the group or in its first word.
    [[nodiscard]] bool is_preposition_group() const {
        return text_.is_any(chunk_.first, {word("au"), word("aux"), word("du")}) ||
               (k_ > 0 && checker_.chunks()[k_ - 1].kind == ChunkKind::preposition);
    }
    [[nodiscard]] AgreementSet joined_nouns() const;
    [[nodiscard]] bool agrees_with_earlier(const Member& member) const;
    [[nodiscard]] bool may_attach_elsewhere(const Member& member) const;

    Checker& checker_;
    const ReadText& text_;
    const Chunk& chunk_;
    std::size_t k_;
    Members members_;
    std::uint8_t target_gender_ = 0;
    std::uint8_t target_number_ = 0;
};

// noun_group_beside.cpp
void check_seul(Checker& checker, std::size_t k);
void check_plural_after_de(Checker& checker, std::size_t k);
void check_singular_before_plural(Checker& checker, std::size_t i);

}  // namespace relis::grammar
