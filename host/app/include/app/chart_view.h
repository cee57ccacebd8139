#pragma once

#include <optional>

#include <wx/bitmap.h>
#include <wx/window.h>

#include "app/chart.h"

class wxGraphicsContext;

namespace relis::app {

/// Draws a chart; the mouse tells what lies under it, the left and right keys go from value to value and tell it too.
class ChartView : public wxWindow {
  public:
    ChartView(wxWindow* parent, const wxString& name);

    void show(Chart chart);
    [[nodiscard]] const Chart& chart() const { return chart_; }
    /// What the last paint drew.
    [[nodiscard]] const ChartDrawing& drawing() const { return drawing_; }

    /// The chart as a picture, in the light colours, whatever the desktop's theme.
    [[nodiscard]] static wxBitmap picture(const Chart& chart, const wxSize& size, wxWindow& fonts);
    /// The same as SVG text.
    [[nodiscard]] static std::string svg(const Chart& chart, const wxSize& size);

  protected:
    [[nodiscard]] wxSize DoGetBestClientSize() const override { return FromDIP(wxSize(360, 220)); }

  private:
    void on_paint(wxPaintEvent& event);
    void on_mouse(wxMouseEvent& event);
    void on_key(wxKeyEvent& event);
    void step(int by);

    Chart chart_;
    ChartDrawing drawing_;
    std::optional<std::size_t> marked_;  ///< the shape that the keys are on
};

}  // namespace relis::app
