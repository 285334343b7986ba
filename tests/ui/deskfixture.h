#pragma once

#include "casefixture.h"
#include "openwindow.h"

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
    [[nodiscard]] QQuickWindow *window() { return m_open->window(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// The visible item called @p name; null if there is none.
    [[nodiscard]] QQuickItem *item(const QString &name) const;
    void click(const QString &name, Qt::KeyboardModifiers modifiers = {});
    void key(int key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);

    /// Reads @p text into the case as published on 14 September 2022, and waits until it is read.
    void readIn(const QString &title, const QString &text);

    /// How often the window warned; none is fine.
    [[nodiscard]] qsizetype warnings() const { return m_open->warnings().count(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<OpenWindow> m_open;
};

} // namespace dateline
