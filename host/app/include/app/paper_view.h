#pragma once

#include <optional>
#include <vector>

#include <wx/bitmap.h>
#include <wx/prntbase.h>
#include <wx/scrolwin.h>

#include "review/sheet.h"

namespace relis::app {

/// The pages of a sheet as they come out of the printer, one below the other.
class PaperView : public wxScrolledCanvas {
  public:
    PaperView(wxWindow* parent, const wxString& name);

    void show(review::Sheet sheet);
    /// How many pages are shown.
    [[nodiscard]] int pages() const { return count_; }

  private:
    void paint();
    void lay_out();
    const wxBitmap& picture(int page);

    review::Sheet sheet_;
    int count_ = 0;
    int page_pixels_ = 0;  ///< width of a page
    std::vector<std::optional<wxBitmap>> pictures_;
};

/// The same pages on paper.
class SheetPrintout : public wxPrintout {
  public:
    SheetPrintout(const wxString& title, review::Sheet sheet);

    bool HasPage(int page) override;
    void GetPageInfo(int* first, int* last, int* from, int* to) override;
    bool OnPrintPage(int page) override;

  private:
    review::Sheet sheet_;
    int count_;
};

}  // namespace relis::app
