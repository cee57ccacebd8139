#include "store/database.h"

#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <unistd.h>

#include "database_implementation.h"
#include "store/check.h"
#include "store/queue.h"
#include "support.h"

namespace relis::store::test {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

/// The error that `work` must end with.
template <class Work>
Error error_of(Work&& work) {
    try {
        work();
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "no error";
    return {ErrorKind::other, {}};
}

void write_file(const std::filesystem::path& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Root may write everything, so the tests of rights act as somebody who may not.
class WithoutRootRights {
  public:
    WithoutRootRights() {
        if (geteuid() == 0) dropped_ = seteuid(65534) == 0;
    }
    ~WithoutRootRights() {
        if (dropped_ && seteuid(0) != 0) std::abort();
    }
    WithoutRootRights(const WithoutRootRights&) = delete;
    WithoutRootRights& operator=(const WithoutRootRights&) = delete;

  private:
    bool dropped_ = false;
};

}  // namespace

class DatabaseTest : public StoreTest {};
RELIS_ON_BOTH_BACK_ENDS(DatabaseTest);

TEST_P(DatabaseTest, ANewOneHasTheNewestSchemaAndNoProblem) {
    EXPECT_EQ(database.schema_version(), Database::newest_schema_version());
    EXPECT_EQ(database.is_postgresql(), GetParam() == Backend::postgresql);
    EXPECT_THAT(check(database), IsEmpty());
}

TEST_P(DatabaseTest, OpeningAgainFindsWhatWasKept) {
    add_assessed(database, make_report("R-1"));
    Database again(place.location(), {.create = false});
    EXPECT_TRUE(load_report(again, "R-1"));
}

TEST_P(DatabaseTest, ANewerOneIsRefusedAndLeftAlone) {
    write(database, [](Connection& c) {
        c.run("INSERT INTO schema_migrations (version, name, applied_at) VALUES (99, 'future', 0)");
    });
    const Error error = error_of([&] { const Database again(place.location()); });
    EXPECT_EQ(error.kind(), ErrorKind::newer_version);
    EXPECT_THAT(error.what(), HasSubstr("schema 99"));
    EXPECT_THAT(error.what(), HasSubstr("install the newer Relis"));
}

TEST_P(DatabaseTest, SeveralProgramsMayCreateItAtOnce) {
    const TemporaryDatabase fresh(GetParam());
    std::atomic<int> opened = 0;
    std::vector<std::thread> programs;
    for (int i = 0; i < 4; ++i) {
        programs.emplace_back([&] {
            const Database mine(fresh.location());
            if (mine.schema_version() == Database::newest_schema_version()) ++opened;
        });
    }
    for (std::thread& program : programs) program.join();
    EXPECT_EQ(opened, 4);
}

TEST_P(DatabaseTest, ALockedOneSaysSoAfterTheTimeoutAndNothingIsLost) {
    add_assessed(database, make_report("R-1"));
    Database other(place.location(), {.lock_timeout = std::chrono::milliseconds{50}});
    const Transaction holder(database);
    if (database.is_postgresql()) (*holder).script("LOCK TABLE reports");
    const Error error = error_of([&] { record_decision(other, request("R-1", Decision::accept), count_missions); });
    EXPECT_EQ(error.kind(), ErrorKind::locked) << error.what();
    EXPECT_THAT(error.what(), HasSubstr("locked"));
    EXPECT_THAT(error.what(), HasSubstr("try again"));
}

TEST_P(DatabaseTest, AReadOnlyOneMayBeReadAndNotWritten) {
    add_assessed(database, make_report("R-1"));
    Database reader(place.location(), {.read_only = true});
    EXPECT_TRUE(load_report(reader, "R-1"));
    EXPECT_EQ(load_queue(reader).rows.size(), 1U);
    const Error error = error_of([&] { record_decision(reader, request("R-1", Decision::accept), count_missions); });
    EXPECT_EQ(error.kind(), ErrorKind::read_only) << error.what();
    EXPECT_THAT(error.what(), HasSubstr("cannot be written"));
}

TEST_P(DatabaseTest, ThreadsShareIt) {
    add(database, make_report("R-0"));
    std::vector<std::thread> threads;
    for (int i = 1; i <= 4; ++i) {
        threads.emplace_back([&, i] {
            for (int j = 0; j < 5; ++j) {
                const std::string id = "R-" + std::to_string(i) + "-" + std::to_string(j);
                add_assessed(database, make_report(id));
                EXPECT_TRUE(load_report(database, id));
                EXPECT_GT(count_queue(database), 0);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(count_queue(database), 21);
    EXPECT_THAT(check(database), IsEmpty());
}

TEST_P(DatabaseTest, AnAbandonedBatchLeavesNothing) {
    {
        Batch batch(database);
        batch.add_questionnaire({"epicerie", 1, "epicerie", "", "{}"});
        batch.add_report(make_report("R-1"), at(0), "f");
    }
    EXPECT_EQ(load_report(database, "R-1"), std::nullopt);
    EXPECT_EQ(load_questionnaire(database, "epicerie@1"), std::nullopt);
    EXPECT_THAT(check(database), IsEmpty());
}

TEST(SqliteFile, OfAnotherKindIsNamedAndLeftAlone) {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "notes.txt";
    write_file(path, "Ceci n'est pas une base.");
    const Error error = error_of([&] { const Database database(path.string()); });
    EXPECT_EQ(error.kind(), ErrorKind::not_a_database);
    EXPECT_THAT(error.what(), HasSubstr("notes.txt"));
    EXPECT_EQ(read_file(path), "Ceci n'est pas une base.");
}

TEST(SqliteFile, ThatIsDamagedIsNamed) {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "relis.db";
    { const Database database(path.string()); }
    std::string content = read_file(path);
    for (std::size_t i = 100; i < content.size(); ++i) content[i] = static_cast<char>(i * 31 % 251);
    write_file(path, content);
    const Error error = error_of([&] {
        Database database(path.string());
        (void)load_queue(database);
    });
    EXPECT_EQ(error.kind(), ErrorKind::not_a_database) << error.what();
    EXPECT_THAT(error.what(), HasSubstr("damaged"));
}

TEST(SqliteFile, OfAnotherProgramIsRefusedAndLeftAlone) {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "other.db";
    {
        Connection connection({Dialect::sqlite, path.string(), path.string(), false, std::chrono::seconds{1}});
        connection.script("CREATE TABLE recipes (name TEXT)");
    }
    const Error error = error_of([&] { const Database database(path.string()); });
    EXPECT_EQ(error.kind(), ErrorKind::not_a_database);
    EXPECT_THAT(error.what(), HasSubstr("another program"));
}

TEST(SqliteFile, InAMissingFolderOrAFolderItselfIsNamed) {
    const TemporaryFolder folder;
    const Error missing = error_of([&] { const Database database((folder.path() / "nulle part" / "x.db").string()); });
    EXPECT_EQ(missing.kind(), ErrorKind::missing_folder);
    EXPECT_THAT(missing.what(), HasSubstr("nulle part"));
    const Error itself = error_of([&] { const Database database(folder.path().string()); });
    EXPECT_EQ(itself.kind(), ErrorKind::not_a_database);
    EXPECT_THAT(itself.what(), HasSubstr("is a folder"));
    EXPECT_EQ(error_of([&] { const Database database(""); }).kind(), ErrorKind::missing_folder);
    const Error absent =
        error_of([&] { const Database database((folder.path() / "x.db").string(), {.create = false}); });
    EXPECT_EQ(absent.kind(), ErrorKind::missing_folder);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "x.db"));
}

TEST(SqliteFile, WithoutTheRightToWriteIsNamed) {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "relis.db";
    { const Database database(path.string()); }
    using std::filesystem::perms;
    std::filesystem::permissions(path, perms::owner_read | perms::group_read | perms::others_read);
    std::filesystem::permissions(folder.path(),
                                 perms::all & ~(perms::owner_write | perms::group_write | perms::others_write));
    {
        const WithoutRootRights person;
        const Error error = error_of([&] { const Database database(path.string()); });
        EXPECT_EQ(error.kind(), ErrorKind::read_only) << error.what();
        const Error fresh = error_of([&] { const Database database((folder.path() / "new.db").string()); });
        EXPECT_EQ(fresh.kind(), ErrorKind::read_only) << fresh.what();
    }
    std::filesystem::permissions(folder.path(), perms::owner_all);
}

TEST(SqliteFile, OnAFullDiskKeepsNothingOfTheOperationAndAllBeforeIt) {
    const TemporaryFolder folder;
    Database database((folder.path() / "relis.db").string(), {.connections = 1});
    add_assessed(database, make_report("R-1"));
    read(database, [](Connection& c) {
        const long long pages = c.integer("PRAGMA page_count");
        c.integer("PRAGMA max_page_count = " + std::to_string(pages + 2));
    });
    const Error error = error_of([&] { add(database, make_report("R-2", std::string(100000, 'x'))); });
    EXPECT_EQ(error.kind(), ErrorKind::full) << error.what();
    EXPECT_THAT(error.what(), HasSubstr("free some space"));
    EXPECT_TRUE(load_report(database, "R-1"));
    EXPECT_EQ(load_report(database, "R-2"), std::nullopt);
    EXPECT_THAT(check(database), IsEmpty());
    EXPECT_EQ(add(database, make_report("R-2")).outcome, Added::added) << "there is space again";
}

TEST(SqliteFile, IsCheckedForDamage) {
    const TemporaryFolder folder;
    Database database((folder.path() / "relis.db").string());
    read(database, [](Connection& c) {
        c.script(
            "PRAGMA foreign_keys = OFF; INSERT INTO sites (id, programme_id, name, city, region) VALUES ('S', "
            "'absent', '', '', ''); PRAGMA foreign_keys = ON");
    });
    EXPECT_THAT(check(database),
                testing::ElementsAre(testing::Field(&Label::en, HasSubstr("points at a row of programmes"))));
}

TEST(Server, ThatDoesNotAnswerIsNamedWithoutThePassword) {
    const Error error = error_of([] { const Database database("postgresql://relis:secret@127.0.0.1:1/relis"); });
    EXPECT_EQ(error.kind(), ErrorKind::unreachable) << error.what();
    EXPECT_THAT(error.what(), HasSubstr("postgresql://relis@127.0.0.1:1/relis"));
    EXPECT_THAT(error.what(), Not(HasSubstr("secret")));
    EXPECT_THAT(error.what(), HasSubstr("Check that the server runs"));
}

TEST(Server, WithoutThatDatabaseIsNamed) {
    std::string url = server_url();
    url.replace(url.rfind('/') + 1, std::string::npos, "absent");
    const Error error = error_of([&] { const Database database(url); });
    EXPECT_EQ(error.kind(), ErrorKind::unreachable) << error.what();
    EXPECT_THAT(error.what(), HasSubstr("absent"));
}

}  // namespace relis::store::test
