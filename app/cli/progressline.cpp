#include "cli/progressline.h"

#include <cstdio>

#include <unistd.h>

namespace dateline
{

ProgressLine::ProgressLine()
    : m_isTerminal(::isatty(STDERR_FILENO) != 0)
{
    m_sinceTold.start();
}

bool ProgressLine::isDue()
{
    constexpr qint64 betweenMs = 250;
    if (!m_isTerminal || m_sinceTold.elapsed() < betweenMs)
        return false;
    m_sinceTold.restart();
    return true;
}

void ProgressLine::write(const QString &text) const
{
    const QByteArray line = "\r\x1b[K" + text.toUtf8();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    std::fflush(stderr);
}

void ProgressLine::end() const
{
    if (m_isTerminal)
        write({});
}

} // namespace dateline
