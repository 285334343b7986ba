#include "exchange/output.h"

#include "exchange/exchangetext.h"

#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace dateline
{

Error unwritable(const QString &reason)
{
    return {
        Error::Kind::Unwritable,
        ExchangeText::tr("The export could not be written (%1): choose another folder or free some space").arg(reason),
        {}};
}

Output::Output(const QString &path)
    : m_file(path)
{
    m_text.reserve(worthIt + worthIt / 4);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        fail();
}

void Output::fail()
{
    if (!m_failure)
        m_failure = unwritable(m_file.errorString());
}

void Output::flush()
{
    const auto size = static_cast<qint64>(m_text.size());
    if (!m_failure && m_file.write(m_text.data(), size) != size)
        fail();
    m_text.clear();
}

Result<void> Output::close()
{
    flush();
    if (!m_failure && ::fsync(m_file.handle()) != 0)
        m_failure = unwritable(QString::fromLocal8Bit(std::strerror(errno)));
    m_file.close();
    return m_failure ? Result<void>(std::unexpected(*m_failure)) : Result<void>();
}

} // namespace dateline
