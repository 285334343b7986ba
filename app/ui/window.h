#pragma once

#include <QString>

class QGuiApplication;

namespace dateline
{

/// How the window starts.
struct WindowOptions
{
    QString casePath; ///< Empty: the sample case.
    bool selfTest = false; ///< Clicks through the case, exports a figure to a temporary folder, quits; 0 if all went.
    bool frames = false; ///< Drags brush and map, prints the times between frames on stdout, quits.
    bool timing = false; ///< Prints the milliseconds from process start to the first complete map on stderr, quits.
};

/// Sets how every window of the program is drawn; to be called before the first one.
void prepareDrawing();

/// Opens the window and runs until it is closed; the exit status.
[[nodiscard]] int runWindow(QGuiApplication &application, const WindowOptions &options);

} // namespace dateline
