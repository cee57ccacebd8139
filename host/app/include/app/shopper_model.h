#pragma once

#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>

#include "app/background.h"
#include "app/chart.h"
#include "app/document.h"
#include "app/notifier.h"
#include "app/shopper_desk.h"

namespace relis::app {

/// One shopper's file. Lives on the interface thread; loads off it.
class ShopperModel {
  public:
    /// `desk` and `background` outlive the model.
    ShopperModel(ShopperDesk& desk, Background& background);

    void open(const std::string& shopper_id);
    void refresh();
    [[nodiscard]] const std::string& shopper_id() const { return shopper_id_; }
    /// Null until it has been loaded; that of the shopper opened last, or none.
    [[nodiscard]] const review::ShopperFile* file() const { return file_ ? &*file_ : nullptr; }
    [[nodiscard]] bool loading() const { return request_.waiting(); }
    /// Why it could not be loaded; empty: it could.
    [[nodiscard]] const Label& error() const { return error_; }
    /// Told when file() or error() is new.
    [[nodiscard]] Notifier<>& notifier() { return notifier_; }

  private:
    ShopperDesk& desk_;
    Background& background_;
    std::string shopper_id_;
    std::optional<review::ShopperFile> file_;
    Label error_;
    Notifier<> notifier_;
    Request request_;
};

/// The file in words: card, how the rating moved, punctuality, notes with their reasons, absences, last missions. In
/// the interface's language.
[[nodiscard]] Document shopper_file_document(const review::ShopperFile& file);

/// The rating over time.
[[nodiscard]] Chart rating_chart(const review::ShopperFile& file);
/// Detail and French of the finished missions, oldest first.
[[nodiscard]] Chart scores_chart(const review::ShopperFile& file);

}  // namespace relis::app
