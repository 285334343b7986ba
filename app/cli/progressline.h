#pragma once

#include <QElapsedTimer>
#include <QString>

namespace dateline
{

/// One line on stderr that moves on while work goes on; nothing where that is no terminal.
class ProgressLine
{
public:
    ProgressLine();

    /// Whether it is time to tell again: a few times a second.
    [[nodiscard]] bool isDue();
    void write(const QString &text) const;
    /// Takes the line away.
    void end() const;

private:
    bool m_isTerminal;
    QElapsedTimer m_sinceTold;
};

} // namespace dateline
