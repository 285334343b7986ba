#pragma once

#include "ui/networkrefusal.h"
#include "ui/session.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>

#include <functional>

namespace dateline
{

/// The first visible item from @p root downwards that fits; null if none does.
QQuickItem *itemWith(QQuickItem *root, const std::function<bool(QQuickItem *)> &fits);

/// The program's window on a session, exposed.
class OpenWindow
{
public:
    /// @param session outlives the window.
    explicit OpenWindow(Session &session);

    [[nodiscard]] QQuickWindow *window() const { return m_window; }

    /// The visible item called @p name; null if there is none.
    [[nodiscard]] QQuickItem *named(const QString &name) const;

    /// The same once it stays where it is while frames are drawn: what opens or closes beside it may move it still. Null if
    /// it does not within five seconds.
    [[nodiscard]] QQuickItem *settled(const QString &name) const;

    /// What the window warned of; empty is fine.
    [[nodiscard]] const QSignalSpy &warnings() const { return m_warnings; }

private:
    NetworkRefusal m_refusal;
    QQmlApplicationEngine m_engine;
    QSignalSpy m_warnings;
    QQuickWindow *m_window = nullptr;
};

} // namespace dateline
