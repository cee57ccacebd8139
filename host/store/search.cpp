#include "store/search.h"

#include <limits>

#include "database_implementation.h"
#include "paging.h"
#include "search_index.h"
#include "words.h"

namespace relis::store {

void index_comment(Connection& connection, std::int64_t answer_id, const std::string& comment) {
    const std::string words = words_to_index(comment);
    if (words.empty()) return;
    connection.run(connection.is_postgresql() ? "INSERT INTO comment_search (answer_id, words) VALUES (:id, "
                                                "array_to_tsvector(string_to_array(:words, ' ')))"
                                              : "INSERT INTO comment_search (rowid, words) VALUES (:id, :words)",
                   Arguments(answer_id, words));
}

std::string search_expression(const Connection& connection, const std::string& query) {
    std::string expression;
    for (const std::string& word : search_words(query)) {
        if (connection.is_postgresql()) {
            expression += (expression.empty() ? "'" : " & '") + word + "':*";
        } else {
            expression += (expression.empty() ? "\"" : " \"") + word + "\"*";
        }
    }
    return expression;
}

std::string matching_answers_sql(const Connection& connection) {
    return connection.is_postgresql() ? "SELECT answer_id FROM comment_search WHERE words @@ CAST(:search AS tsquery)"
                                      : "SELECT rowid FROM comment_search WHERE comment_search MATCH :search";
}

Page<SearchHit> search_comments(Database& database, const std::string& query, const PageRequest& page) {
    struct Found {
        std::int64_t id = 0;
        SearchHit hit;
    };
    const std::int64_t before = cursor_number(page, std::numeric_limits<std::int64_t>::max());
    std::vector<Found> found = read(database, [&](Connection& c) {
        const std::string expression = search_expression(c, query);
        if (expression.empty()) return std::vector<Found>{};
        const std::string key = c.is_postgresql() ? "answer_id" : "rowid";
        return c.all("ittit",
                     "SELECT a.id, a.report_id, a.question, a.revision, a.comment FROM (" + matching_answers_sql(c) +
                         " AND " + key + " < :before ORDER BY " + key +
                         " DESC LIMIT :rows) AS hits JOIN answers a ON a.id = hits." + key + " ORDER BY a.id DESC",
                     Arguments(expression, before, rows_to_read(page)), [](Row& row) {
                         Found one;
                         one.id = row.integer();
                         one.hit.report_id = row.text();
                         one.hit.question = row.text();
                         one.hit.revision = row.number();
                         one.hit.text = row.text();
                         return one;
                     });
    });
    Page<Found> paged = make_page(std::move(found), page, [](const Found& one) { return std::to_string(one.id); });
    Page<SearchHit> hits{{}, std::move(paged.next)};
    for (Found& one : paged.rows) hits.rows.push_back(std::move(one.hit));
    return hits;
}

}  // namespace relis::store
