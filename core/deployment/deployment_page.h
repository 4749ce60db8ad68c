#pragma once

#include "core/deployment/http_message.h"

namespace labelwright {

/// The page on which people try a deployment: drop an image, see bars. One file without anything
/// from elsewhere, the same for every deployment, so that it tells nobody which ones exist; it asks
/// the endpoint for names and scores, and for a token where one is needed, which it keeps in
/// memory.
HttpResponse deploymentPage();

} // namespace labelwright
