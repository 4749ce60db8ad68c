#pragma once

namespace labelwright::cli {

inline constexpr int exitDone = 0;      ///< Everything was done.
inline constexpr int exitFailed = 1;    ///< It failed; one line `error: …` says why.
inline constexpr int exitUsage = 2;     ///< The command line is wrong.
inline constexpr int exitPartly = 3;    ///< Done, but for some of the files: each says why.
inline constexpr int exitStopped = 130; ///< Stopped by Ctrl-C; the work until then is kept.

} // namespace labelwright::cli
