#include "windowtest.h"

#include <QQuickStyle>
#include <QTest>

namespace dateline
{

void WindowTest::initTestCase()
{
    QQuickStyle::setStyle(QStringLiteral("Basic"));
}

void WindowTest::cleanup()
{
    const qsizetype warnings = m_open ? m_open->warnings().count() : 0;
    m_open.reset();
    m_session.reset();
    m_folder.reset();
    QCOMPARE(warnings, 0);
}

} // namespace dateline
