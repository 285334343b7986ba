#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTcpServer>

#include <functional>

namespace dateline
{

/// A server of the web on this computer that answers as a test says, and remembers what it was asked.
class LocalServer : public QTcpServer
{
    Q_OBJECT

public:
    struct Answer
    {
        int status = 200;
        QByteArray body;
        QByteArray headers; ///< Whole lines, each with its line end.
        bool never = false; ///< Lets the question wait for ever.
    };

    /// @p answer gets the path with the query.
    explicit LocalServer(std::function<Answer(const QString &path)> answer);

    /// “http://127.0.0.1:41234”.
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString origin() const { return address(); }
    /// The same under an address that counts as another computer's; empty where the test has no network of its own.
    [[nodiscard]] QString farAddress() const;

    [[nodiscard]] const QStringList &paths() const { return m_paths; } ///< That were asked for, in order.
    [[nodiscard]] const QList<QByteArray> &questions() const { return m_questions; } ///< The same with their headers.
    [[nodiscard]] int broken() const { return m_broken; } ///< Questions that the other side gave up.
    void forget();

private:
    void receive();

    std::function<Answer(const QString &)> m_answer;
    QStringList m_paths;
    QList<QByteArray> m_questions;
    int m_broken = 0;
};

/// A tile of one colour, as a PNG.
[[nodiscard]] QByteArray tileOf(const char *colour);

} // namespace dateline
