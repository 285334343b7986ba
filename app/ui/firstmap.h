#pragma once

class QQuickWindow;

namespace dateline
{

/// Prints “first complete map: N ms” on stderr, counted from the start of the process, and quits, when the frame with
/// all tiles, names and marks of the first view is on the screen.
void tellFirstMap(QQuickWindow *window);

} // namespace dateline
