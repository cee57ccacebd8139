// A comment is looked for among one million earlier ones in under 20 ms, copies and the worst of wordings alike.
#include "store/similar.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "../support/temporary_folder.h"
#include "store/batch.h"
#include "store/database.h"

namespace {

using relis::store::Database;

constexpr long reports = 125'000;
constexpr int comments_of_report = 8;

/// Comments as visits give them: the same things happen to everybody, told with few words and in many ways, so that
/// far more of them have pairs of words in common than the texts of strangers would.
class Writer {
  public:
    std::string comment() {
        std::string text;
        const int sentences = 1 + static_cast<int>(random_() % 3);
        for (int i = 0; i < sentences; ++i) {
            text += pick({"La caissière", "Le vendeur", "Un commis", "Une employée aux cheveux courts", "Le gérant",
                          "La serveuse", "Un homme au tablier vert", "La conseillère"});
            text += ' ';
            text += pick({"m'a saluée", "rangeait des boîtes", "a scanné mes articles", "a vérifié le stock",
                          "parlait avec un collègue", "m'a montré l'allée", "a cherché la facture",
                          "a rempli le formulaire", "m'a tendu le reçu"});
            text += ' ';
            text += pick({"près de la porte", "devant le comptoir", "au fond du magasin", "à côté des fruits",
                          "dans la réserve", "sous l'affiche", "derrière la vitre", "au bout de l'allée"});
            text += ' ';
            text += pick({"pendant", "après", "en moins de", "au bout de"});
            text += ' ' + std::to_string(1 + random_() % 58) + " minutes, ";
            text += pick({"avec", "sans", "malgré", "pour"});
            text += ' ';
            text += noun() + ' ' + noun() + " et " + noun() + ". ";
        }
        return text;
    }

  private:
    std::string pick(const std::vector<const char*>& words) { return words[random_() % words.size()]; }
    /// One of many thousand words that look like words.
    std::string noun() {
        static const std::vector<const char*> heads{"car", "bou", "tri", "mon", "pla", "ver",
                                                    "cou", "sil", "dra", "fon", "gri", "lam"};
        static const std::vector<const char*> middles{"ta", "li", "do", "ve", "ra",  "mi",
                                                      "no", "se", "pu", "ga", "che", "bra"};
        static const std::vector<const char*> tails{"teau", "lon", "ment",  "rie",  "gne",  "tte",
                                                    "sson", "che", "ption", "lage", "dure", "nal"};
        return pick(heads) + pick(middles) + pick(tails);
    }

    std::mt19937 random_{20260616};
};

/// The database of a million comments, made once a run; some of its comments are kept to be copied.
struct Archive {
    relis::test::TemporaryFolder folder;
    std::unique_ptr<Database> database;
    std::vector<std::string> kept;
};

const relis::Moment now{std::chrono::sys_seconds{std::chrono::seconds{1'800'000'000}}, {}};

Archive& archive() {
    static Archive archive;
    if (archive.database != nullptr) return archive;
    archive.database = std::make_unique<Database>((archive.folder.path() / "similar.sqlite").string());
    Writer writer;
    for (long first = 0; first < reports; first += 5000) {
        relis::store::Batch batch(*archive.database);
        batch.add_questionnaire({"q", 1, "p", "Q", "{\"id\": \"q\"}"});
        for (long i = first; i < first + 5000; ++i) {
            relis::Report report;
            report.report_id = "R-" + std::to_string(i);
            report.mission_id = "M-" + std::to_string(i);
            report.programme = "p";
            report.questionnaire = "q@1";
            report.site = {"S-" + std::to_string(i % 300), "Site", "Ville"};
            report.shopper_id = "C-" + std::to_string(i % 2000);
            report.submitted_at = relis::Moment{std::chrono::sys_seconds{std::chrono::seconds{1'700'000'000 + i}}, {}};
            for (int k = 0; k < comments_of_report; ++k) {
                std::string text = writer.comment();
                if (i % 997 == 0 && k == 3) archive.kept.push_back(text);
                report.answers.push_back({"q" + std::to_string(k), "oui", std::move(text)});
            }
            batch.add_report(report, *report.submitted_at, "bench");
        }
        batch.commit();
    }
    return archive;
}

void look_for(benchmark::State& state, const std::vector<std::string>& texts) {
    Database& database = *archive().database;
    std::size_t next = 0, found = 0, asked = 0;
    double longest = 0;
    for ([[maybe_unused]] auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        found += relis::store::similar_comments(database, texts[next++ % texts.size()], now, "", 8).empty() ? 0U : 1U;
        longest = std::max(longest,
                           std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        ++asked;
    }
    state.counters["found"] = static_cast<double>(found) / static_cast<double>(asked);
    state.counters["longest_ms"] = longest;
}

void a_copy(benchmark::State& state) {
    look_for(state, archive().kept);
}

void a_copy_with_a_word_in_eight_changed(benchmark::State& state) {
    std::vector<std::string> texts;
    for (const std::string& text : archive().kept) {
        std::string changed;
        std::size_t words = 0;
        for (std::size_t i = 0; i < text.size();) {
            const std::size_t end = std::min(text.find(' ', i), text.size());
            changed += ++words % 8 == 5 ? "autrement" : text.substr(i, end - i);
            changed += ' ';
            i = end + 1;
        }
        texts.push_back(changed);
    }
    look_for(state, texts);
}

void a_comment_of_its_own(benchmark::State& state) {
    Writer writer;
    std::vector<std::string> texts;
    for (int i = 0; i < 500; ++i)
        texts.push_back("Cette fois-ci le patron lisait son journal pendant que " + writer.comment());
    look_for(state, texts);
}

}  // namespace

BENCHMARK(a_copy)->Unit(benchmark::kMillisecond);
BENCHMARK(a_copy_with_a_word_in_eight_changed)->Unit(benchmark::kMillisecond);
BENCHMARK(a_comment_of_its_own)->Unit(benchmark::kMillisecond);
