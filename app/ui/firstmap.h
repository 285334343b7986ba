#pragma once

class QQuickWindow;

namespace dateline
{

/// Prints two times on stderr, counted from the start of the process, and quits: “first marks: N ms”, when the frame with
/// the marks of the first view is on the screen, and “first complete map: N ms”, when all tiles and names are there too.
void tellFirstMap(QQuickWindow *window);

} // namespace dateline
