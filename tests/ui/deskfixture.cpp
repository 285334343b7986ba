#include "deskfixture.h"

#include <QTest>

namespace dateline
{

DeskFixture::DeskFixture()
    : m_session(std::make_unique<Session>())
{
    const QString path = m_folder.filePath(QStringLiteral("case.gpkg"));
    const Result<void> made = makeTestCase(path);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    m_session->look()->setAppearance(Look::Light);
    m_session->beginOpening(path);
    m_session->finishOpening();
    m_open = std::make_unique<OpenWindow>(*m_session);
    QTRY_VERIFY(!m_session->review()->isBusy());
}

DeskFixture::~DeskFixture() = default;

QQuickItem *DeskFixture::item(const QString &name) const
{
    return m_open->named(name);
}

void DeskFixture::click(const QString &name, Qt::KeyboardModifiers modifiers)
{
    const QQuickItem *at = m_open->settled(name);
    QVERIFY2(at, qPrintable(name));
    const QPointF there = at->mapToScene({at->width() / 2, std::min(at->height() / 2, 12.0)});
    QTest::mouseClick(window(), Qt::LeftButton, modifiers, there.toPoint());
}

void DeskFixture::key(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(window(), static_cast<Qt::Key>(key), modifiers);
}

void DeskFixture::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClick(window(), letter.toLatin1());
}

void DeskFixture::readIn(const QString &title, const QString &text)
{
    m_session->intake()->takeText(text);
    QTRY_COMPARE(m_session->intake()->state(), Intake::Ready);
    m_session->intake()->setTitle(title);
    m_session->intake()->setPublished(QStringLiteral("2022-09-14"));
    m_session->intake()->confirm();
    QTRY_COMPARE(m_session->intake()->state(), Intake::Closed);
    QTRY_VERIFY(!m_session->review()->isBusy());
}

} // namespace dateline
