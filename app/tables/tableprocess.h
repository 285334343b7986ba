#pragma once

#include "base/result.h"

#include <QIODevice>
#include <QProcess>
#include <QStringList>

#include <memory>
#include <optional>

class QFile;

namespace dateline
{

/// What dateline-tables says of a file, as a device; the program ends with it.
///
/// Made and destroyed in one thread; read in any. A read fails where the program says that the file cannot be read
/// further, or ends without saying so: errorString() tells why.
class TableProcess final : public QIODevice
{
public:
    /// @param arguments such as “list”, @p path and more behind it. Errors: Unreadable.
    [[nodiscard]] static Result<std::unique_ptr<TableProcess>> start(const QString &verb, const QString &path,
                                                                     const QStringList &more = {});
    ~TableProcess() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    /// Why a read failed.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    explicit TableProcess(QString name);
    [[nodiscard]] bool readWhole(char *data, qint64 size);
    [[nodiscard]] bool nextPiece();
    void readEnd();
    void fail(Error error);
    void failBroken();

    QString m_name; ///< Of the file.
    QProcess m_process;
    std::unique_ptr<QFile> m_output;
    qint64 m_left = 0; ///< Of the piece.
    bool m_ended = false;
    std::optional<Error> m_error;
};

} // namespace dateline
