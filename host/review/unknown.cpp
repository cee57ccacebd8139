#include "unknown.h"

#include "label/make_label.h"

namespace relis::review {

Label no_report(const std::string& id) {
    return make_label("le rapport {} n'existe pas ; `relis queue` énumère ceux qui existent",
                      "no report {}; `relis queue` lists those there are", id);
}

Label no_programme(const std::string& id) {
    return make_label("aucun programme nommé « {} » n'est dans la base", "no programme named \"{}\" is in the database",
                      id);
}

Label no_criteria_set(std::int64_t id) {
    return make_label("la grille de critères {} n'existe pas ; `relis criteria list` énumère celles qui existent",
                      "there is no criteria set {}; `relis criteria list` names them", id);
}

Label no_shopper(const std::string& id) {
    return make_label("aucun client mystère « {} » ; `relis shopper` énumère ceux qui existent",
                      "no shopper {}; `relis shopper` lists those there are", id);
}

Label no_plugin(const std::string& id) {
    return make_label("aucun greffon nommé « {} » n'est chargé ; `relis plugin list` énumère ceux qui le sont",
                      "no plugin named \"{}\" is loaded; `relis plugin list` names those that are", id);
}

Label no_parameters() {
    return {"les paramètres ne sont pas un objet JSON de greffons, comme {\"detail\": {\"min_words\": 12}}",
            "the parameters are no JSON object of plugins, such as {\"detail\": {\"min_words\": 12}}"};
}

}  // namespace relis::review
