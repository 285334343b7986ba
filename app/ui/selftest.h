#pragma once

#include <QtGlobal>

class QQuickWindow;

namespace dateline
{

class Session;

/// Counts the warnings that Qt and QML write while it lives, and passes them on.
class WarningCount
{
public:
    WarningCount();
    ~WarningCount();
    Q_DISABLE_COPY_MOVE(WarningCount)

    [[nodiscard]] int value() const;

private:
    QtMessageHandler m_before;
};

/// Clicks through the open case: every incident, the reader at every quote, a figure into a temporary folder.
///
/// @returns 0 if all went and nothing was warned of, else 1 with the reasons on stderr.
[[nodiscard]] int selfTest(Session &session, QQuickWindow &window, const WarningCount &warnings);

} // namespace dateline
