#pragma once

#include <optional>
#include <vector>

#include <wx/bitmap.h>
#include <wx/prntbase.h>
#include <wx/scrolwin.h>

#include "review/sheet_pages.h"

namespace relis::app {

/// The pages of a sheet as they come out of the printer, one below the other.
class PaperView : public wxScrolledCanvas {
  public:
    PaperView(wxWindow* parent, const wxString& name);

    void show(std::vector<review::PageDrawing> pages);
    /// How many pages are shown.
    [[nodiscard]] std::size_t pages() const { return pages_.size(); }

  private:
    void paint();
    void lay_out();
    const wxBitmap& picture(std::size_t page);

    std::vector<review::PageDrawing> pages_;
    int page_pixels_ = 0;  ///< width of a page
    std::vector<std::optional<wxBitmap>> pictures_;
};

/// The same pages on paper.
class SheetPrintout : public wxPrintout {
  public:
    SheetPrintout(const wxString& title, std::vector<review::PageDrawing> pages);

    bool HasPage(int page) override;
    void GetPageInfo(int* first, int* last, int* from, int* to) override;
    bool OnPrintPage(int page) override;

  private:
    std::vector<review::PageDrawing> pages_;
};

}  // namespace relis::app
