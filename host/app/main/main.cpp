#include <wx/app.h>

#include "app/application.h"

wxIMPLEMENT_APP(relis::app::Application);
