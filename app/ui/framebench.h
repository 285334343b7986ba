#pragma once

class QQuickWindow;

namespace dateline
{

class Session;

/// Drags the brush, the map and its zoom in @p window, one step a frame, prints the times between frames, opens the case
/// again, prints how long that takes, and quits.
///
/// The case of @p session must be open. The table goes to stdout: frames a second, median, 95th percentile and longest,
/// in milliseconds.
void benchFrames(Session &session, QQuickWindow &window);

} // namespace dateline
