#include "app/type_to_find.h"

#include <memory>

#include "loaded_symbol.h"

namespace relis::app {

namespace {

/// As GTK asks it: 0 where the row is one that was meant.
int differs(void* model, int /*first_column*/, const char* typed, void* row, void* column) {
    static const auto get = loaded<void(void*, void*, ...)>("gtk_tree_model_get");
    static const auto release = loaded<void(void*)>("g_free");
    char* text = nullptr;
    get(model, row, *static_cast<int*>(column), &text, -1);
    const wxString words = " " + wxString::FromUTF8(text == nullptr ? "" : text).Lower();
    release(text);
    return words.Contains(" " + wxString::FromUTF8(typed).Lower()) ? 0 : 1;
}

}  // namespace

void type_to_find(wxDataViewCtrl& list, unsigned column) {
    using Differs = int (*)(void*, int, const char*, void*, void*);
    using Destroy = void (*)(void*);
    // the column of gtk_tree_view_set_search_column is forgotten whenever a list is filled anew
    static const auto set = loaded<void(void*, Differs, void*, Destroy)>("gtk_tree_view_set_search_equal_func");
    if (set != nullptr) {
        set(list.GtkGetTreeView(), differs, std::make_unique<int>(static_cast<int>(column)).release(),
            [](void* kept) { delete static_cast<int*>(kept); });
    }
}

}  // namespace relis::app
