// Records and undoes decisions until it is killed, and writes a point for each: store_decider LOCATION REPORTS.
#include <iostream>
#include <string>

#include "store/decisions.h"

int main(int count, char** words) {
    using namespace relis;
    if (count != 3) return 2;
    try {
        store::Database database(words[1]);
        const int reports = std::stoi(words[2]);
        const store::RateShopper rate = [](const ShopperHistory& history, const Moment&) {
            Reliability reliability;
            reliability.value = static_cast<double>(history.missions.size() % 6);
            return reliability;
        };
        for (long turn = 0;; ++turn) {
            store::DecisionRequest request;
            request.report_id = "R-" + std::to_string(turn % reports);
            request.user = "anne";
            request.decision = static_cast<Decision>(turn % 3);
            if (!store::record_decision(database, request, rate).recorded) {
                store::undo_last_decision(database, request.report_id, "anne", Moment{}, rate);
                store::record_decision(database, request, rate);
            }
            std::cout << '.' << std::flush;
        }
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        return 1;
    }
}
