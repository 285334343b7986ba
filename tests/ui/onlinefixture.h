#pragma once

#include "casefixture.h"
#include "localserver.h"
#include "windowtest.h"

namespace dateline
{

/// Tests of the window with a server on this computer: each begins with settings in which nothing online is known.
class OnlineTest : public WindowTest
{
    Q_OBJECT

protected:
    /// Opens the case at @p path, made if it is not there, and shows it around Goris.
    void open(const QString &path);
    void close();
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] OnlineMaps &maps() { return *m_session->online()->maps(); }

    /// Adds what @p server has as a source, off, and gives its row.
    int addSource(const LocalServer &server, OnlineKind kind = OnlineKind::Tiles);
    void turnOn(int row);
    /// Moves the map elsewhere, and waits until all that this brings about has been asked.
    void moveMap();
    void click(const QString &name);

private Q_SLOTS:
    void init();
};

} // namespace dateline
