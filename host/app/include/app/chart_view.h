#pragma once

#include <deque>
#include <optional>

#include <wx/bitmap.h>
#include <wx/timer.h>
#include <wx/weakref.h>
#include <wx/window.h>

#include "app/chart.h"

class wxGraphicsContext;

namespace relis::app {

class ChartView;

/// Lets the charts of one window be drawn one at a time, each in an event of its own, so that the window answers
/// between them.
class ChartTurns {
  public:
    ChartTurns();
    /// Draws the view when its turn comes; once, however often it asks before.
    void ask(ChartView& view);
    /// Whether nothing waits for its turn.
    [[nodiscard]] bool idle() const { return waiting_.empty(); }

  private:
    void next();

    std::deque<wxWeakRef<ChartView>> waiting_;
    wxTimer turn_;
};

/// Draws a chart; the mouse tells what lies under it, the left and right keys go from value to value and tell it too.
class ChartView : public wxWindow {
  public:
    ChartView(wxWindow* parent, const wxString& name);

    /// From now on it shows its last picture until its turn to draw another comes; `turns` outlives its last paint.
    void draw_in(ChartTurns& turns) { turns_ = &turns; }
    /// Draws the chart as it is now and shows it.
    void draw_now();

    void show(Chart chart);
    [[nodiscard]] const Chart& chart() const { return chart_; }
    /// What is shown; empty until the first has been drawn.
    [[nodiscard]] const ChartDrawing& drawing() const { return drawing_; }

    /// The chart as a picture, in the light colours, whatever the desktop's theme.
    [[nodiscard]] static wxBitmap picture(const Chart& chart, const wxSize& size, wxWindow& fonts);
    /// The same as SVG text.
    [[nodiscard]] static std::string svg(const Chart& chart, const wxSize& size);

  protected:
    [[nodiscard]] wxSize DoGetBestClientSize() const override { return FromDIP(wxSize(360, 220)); }

  private:
    /// What a picture depends on beside the chart.
    struct Look {
        wxSize size;
        double text = 0;   ///< height of letters
        double scale = 0;  ///< of the screen
        bool dark = false;
        bool operator==(const Look&) const = default;
    };
    [[nodiscard]] Look look() const;
    void make_picture();
    void on_paint(wxPaintEvent& event);
    void on_mouse(wxMouseEvent& event);
    void on_key(wxKeyEvent& event);
    void step(int by);

    Chart chart_;
    ChartDrawing drawing_;
    wxBitmap picture_;
    std::optional<Look> drawn_as_;  ///< absent: the picture is of another chart
    ChartTurns* turns_ = nullptr;
    std::optional<std::size_t> marked_;  ///< the shape that the keys are on
};

}  // namespace relis::app
