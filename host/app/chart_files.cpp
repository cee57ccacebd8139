#include "app/chart_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include <wx/filedlg.h>
#include <wx/image.h>
#include <wx/intl.h>
#include <wx/log.h>

#include "app/chart_view.h"
#include "app/words.h"

namespace relis::app {

namespace {

constexpr int export_width = 1200, export_height = 700;  // pixels

[[noreturn]] void cannot_write(const std::filesystem::path& file) {
    throw std::runtime_error(to_utf8(
        wxString::Format(_("%s cannot be written. Is there room, and may you write there?"), shown(file.string()))));
}

}  // namespace

void write_text(const std::string& text, const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) cannot_write(file);
}

void write_chart(const Chart& chart, const std::filesystem::path& file, wxWindow& fonts) {
    if (file.extension() == ".png") {
        if (wxImage::FindHandler(wxBITMAP_TYPE_PNG) == nullptr) wxImage::AddHandler(new wxPNGHandler);
        const wxLogNull quiet;  // what goes wrong is told once, below
        if (!ChartView::picture(chart, wxSize(export_width, export_height), fonts)
                 .ConvertToImage()
                 .SaveFile(shown(file.string()), wxBITMAP_TYPE_PNG)) {
            cannot_write(file);
        }
    } else if (file.extension() == ".svg") {
        write_text(ChartView::svg(chart, wxSize(export_width, export_height)), file);
    } else {
        write_text(to_csv(chart), file);
    }
}

std::optional<std::filesystem::path> ask_chart_file(wxWindow& parent, const Chart& chart, const std::string& stem) {
    constexpr std::array endings{".png", ".svg", ".csv"};
    wxFileDialog dialog(
        &parent, wxString::Format(_("Export: %s"), shown(chart.title)), wxString(), shown(stem) + ".png",
        _("Picture (*.png)") + "|*.png|" + _("Drawing (*.svg)") + "|*.svg|" + _("Table (*.csv)") + "|*.csv",
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    std::filesystem::path file(to_utf8(dialog.GetPath()));
    const auto form = static_cast<std::size_t>(std::clamp(dialog.GetFilterIndex(), 0, 2));
    const std::string ending = file.extension().string();
    if (ending != ".png" && ending != ".svg" && ending != ".csv") {
        file += endings.at(form);
    } else if (form > 0 && ending == ".png") {
        file.replace_extension(endings.at(form));  // the name was proposed before the form was chosen
    }
    return file;
}

std::optional<std::filesystem::path> ask_table_file(wxWindow& parent, const std::string& name) {
    wxFileDialog dialog(&parent, _("Export all figures"), wxString(), shown(name), _("Table (*.csv)") + "|*.csv",
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return std::filesystem::path(to_utf8(dialog.GetPath()));
}

void write_and_tell(NoticeBar& bar, const std::filesystem::path& file, const std::function<void()>& write) {
    try {
        write();
        bar.ShowMessage(wxString::Format(_("Written: %s"), shown(file.string())), wxICON_INFORMATION);
    } catch (const std::runtime_error& error) {
        bar.ShowMessage(shown(error.what()), wxICON_ERROR);
    }
}

}  // namespace relis::app
