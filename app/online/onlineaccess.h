#pragma once

#include "base/result.h"
#include "online/networklock.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>
#include <vector>

class QNetworkReply;

namespace dateline
{

/// The one gate to the network: it opens for the hosts that the user has turned on, and for nothing else.
///
/// Over it go plain questions without cookies, passwords or the page they come from. Answers are kept nowhere; a server
/// that sends on to another one is not followed. Nothing at all is made before the first question.
class OnlineAccess : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<QByteArray>)>;
    static constexpr int mostAtOnce = 6;

    explicit OnlineAccess(QObject *parent = nullptr);
    ~OnlineAccess() override;

    /// Opens for @p origins (webOrigin()) and closes for all others: what was asked of those is broken off, unanswered.
    void allow(const QStringList &origins);
    [[nodiscard]] bool allows(const QUrl &url) const;

    /// Asks for what is at @p url: at most @p mostBytes, within a quarter of a minute.
    ///
    /// @p answer gets it, or one sentence on why not, later and once; never after drop() or when the gate has closed.
    /// NotFound if the server has nothing there.
    quint64 get(const QUrl &url, qint64 mostBytes, Answer answer);
    void drop(quint64 question);

    /// “Dateline/0.1”: what every server is told of us.
    [[nodiscard]] static QString userAgent();

private:
    struct Question
    {
        quint64 id = 0;
        QUrl url;
        qint64 mostBytes = 0;
        Answer answer;
        QNetworkReply *reply = nullptr; ///< Null while it waits.
        bool tooLarge = false;
    };
    void askNext();
    void ask(Question &question);
    void finish(quint64 id);
    [[nodiscard]] Question *find(quint64 id);
    void breakOff(Question &question);
    [[nodiscard]] static Result<QByteArray> answerTo(Question &question);

    std::shared_ptr<OpenOrigins> m_open = std::make_shared<OpenOrigins>();
    QNetworkAccessManager *m_manager = nullptr;
    std::vector<Question> m_questions; ///< In the order that they were asked.
    quint64 m_lastId = 0;
};

} // namespace dateline
