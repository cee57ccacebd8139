#pragma once

#include <optional>

#include <wx/bitmap.h>
#include <wx/window.h>

#include "app/chart.h"
#include "app/turns.h"

class wxGraphicsContext;

namespace relis::app {

/// Draws a chart; the mouse tells what lies under it, the left and right keys go from value to value and tell it too.
class ChartView : public wxWindow {
  public:
    /// Shows its last picture until its turn to draw another comes; `turns` outlives its last paint.
    ChartView(wxWindow* parent, const wxString& name, Turns& turns);

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
    void ask_for_turn();
    void on_paint(wxPaintEvent& event);
    void on_mouse(wxMouseEvent& event);
    void on_key(wxKeyEvent& event);
    void step(int by);

    Chart chart_;
    ChartDrawing drawing_;
    wxBitmap picture_;
    std::optional<Look> drawn_as_;  ///< absent: the picture is of another chart
    Turns& turns_;
    bool asked_ = false;                 ///< for a turn that has not come yet
    std::optional<std::size_t> marked_;  ///< the shape that the keys are on
};

}  // namespace relis::app
