#pragma once

#include "casefixture.h"
#include "ui/networkrefusal.h"
#include "ui/session.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace dateline
{

/// The window with a case of its own, and hands and eyes on it.
class DeskFixture
{
public:
    DeskFixture();
    ~DeskFixture();

    [[nodiscard]] Session &session() { return *m_session; }
    [[nodiscard]] QQuickWindow *window() { return m_window; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// The visible item called @p name; null if there is none.
    [[nodiscard]] QQuickItem *item(const QString &name) const;
    void click(const QString &name, Qt::KeyboardModifiers modifiers = {});
    void key(int key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);

    /// Reads @p text into the case as published on 14 September 2022, and waits until it is read.
    void readIn(const QString &title, const QString &text);

    /// How often the window warned; none is fine.
    [[nodiscard]] qsizetype warnings() const { return m_warnings->count(); }

private:
    NetworkRefusal m_refusal;
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<QSignalSpy> m_warnings;
    QQuickWindow *m_window = nullptr;
};

} // namespace dateline
