#include "deskfixture.h"

#include <QTest>

#include <functional>

namespace dateline
{

namespace
{

QQuickItem *itemWith(QQuickItem *root, const std::function<bool(QQuickItem *)> &fits)
{
    if (root->isVisible() && fits(root))
        return root;
    for (QQuickItem *child : root->childItems()) {
        if (QQuickItem *found = itemWith(child, fits))
            return found;
    }
    return nullptr;
}

} // namespace

DeskFixture::DeskFixture()
    : m_session(std::make_unique<Session>())
    , m_engine(std::make_unique<QQmlApplicationEngine>())
    , m_warnings(std::make_unique<QSignalSpy>(m_engine.get(), &QQmlEngine::warnings))
{
    const QString path = m_folder.filePath(QStringLiteral("case.gpkg"));
    const Result<void> made = makeTestCase(path);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    m_session->look()->setAppearance(Look::Light);
    m_engine->setNetworkAccessManagerFactory(&m_refusal);
    m_engine->setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(m_session.get())}});
    m_session->beginOpening(path);
    m_session->finishOpening();
    m_engine->loadFromModule("Dateline.Ui", "Main");
    QVERIFY(!m_engine->rootObjects().isEmpty());
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
    QTRY_VERIFY(!m_session->review()->isBusy());
}

DeskFixture::~DeskFixture() = default;

QQuickItem *DeskFixture::item(const QString &name) const
{
    return itemWith(m_window->contentItem(), [&name](QQuickItem *item) { return item->objectName() == name; });
}

void DeskFixture::click(const QString &name, Qt::KeyboardModifiers modifiers)
{
    QTRY_VERIFY2(item(name), qPrintable(name));
    const QQuickItem *at = item(name);
    QTest::mouseClick(m_window, Qt::LeftButton, modifiers,
                      at->mapToScene({at->width() / 2, std::min(at->height() / 2, 12.0)}).toPoint());
}

void DeskFixture::key(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window, static_cast<Qt::Key>(key), modifiers);
}

void DeskFixture::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClick(m_window, letter.toLatin1());
}

void DeskFixture::readIn(const QString &title, const QString &text)
{
    m_session->intake()->takeText(text);
    QTRY_COMPARE(m_session->intake()->state(), Intake::Ready);
    m_session->intake()->setTitle(title);
    m_session->intake()->setPublished(QStringLiteral("2022-09-14"));
    m_session->intake()->confirm();
    QTRY_VERIFY(!m_session->review()->isBusy());
}

} // namespace dateline
