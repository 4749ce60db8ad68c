#pragma once

namespace labelwright {

class Project;

/// How long an edit by this handle waits, in milliseconds, while another handle writes; then it fails
/// and says that the project is busy. A minute where nothing else is said. Handles made from this one
/// keep the minute.
void setPatience(Project& project, int milliseconds);

} // namespace labelwright
