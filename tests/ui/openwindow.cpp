#include "openwindow.h"

#include "ui/window.h"

#include <QTest>

namespace dateline
{

QQuickItem *itemWith(QQuickItem *root, const std::function<bool(QQuickItem *)> &fits)
{
    if (root->isVisible() && fits(root))
        return root;
    const QList<QQuickItem *> children = root->childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = itemWith(child, fits))
            return found;
    }
    return nullptr;
}

OpenWindow::OpenWindow(Session &session)
    : m_warnings(&m_engine, &QQmlEngine::warnings)
{
    prepareDrawing();
    m_engine.setNetworkAccessManagerFactory(&m_refusal);
    m_engine.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&session)}});
    m_engine.loadFromModule("Dateline.Ui", "Main");
    QVERIFY(!m_engine.rootObjects().isEmpty());
    m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
}

QQuickItem *OpenWindow::named(const QString &name) const
{
    return itemWith(m_window->contentItem(), [&name](QQuickItem *item) { return item->objectName() == name; });
}

QQuickItem *OpenWindow::settled(const QString &name) const
{
    QSignalSpy frames(m_window, &QQuickWindow::frameSwapped);
    const auto drawn = [this, &frames] {
        m_window->update();
        return frames.wait();
    };
    const auto place = [this, &name] {
        const QQuickItem *item = named(name);
        return item ? item->mapRectToScene(item->boundingRect()) : QRectF();
    };
    const auto stays = [&] {
        const QRectF before = place();
        return !before.isEmpty() && drawn() && drawn() && before == place();
    };
    return QTest::qWaitFor(stays) ? named(name) : nullptr;
}

} // namespace dateline
