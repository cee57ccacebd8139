#pragma once

#include <string>
#include <vector>

#include <wx/string.h>

#include "app/chart.h"
#include "review/statistics.h"

namespace relis::app {

/// One chart of the dashboard, with the name of its files when it is exported.
struct DashboardChart {
    std::string file;  ///< `backlog-age`
    Chart chart;
};

/// The figures as charts, in the order of the dashboard; always the same ones, empty ones too. Interface thread only.
[[nodiscard]] std::vector<DashboardChart> dashboard_charts(const review::Statistics& figures);

/// The figures that matter most, in two lines.
[[nodiscard]] wxString dashboard_summary(const review::Statistics& figures);

}  // namespace relis::app
