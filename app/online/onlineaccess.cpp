#include "online/onlineaccess.h"

#include "online/onlinesource.h"
#include "online/onlinetext.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <chrono>

namespace dateline
{

namespace
{

constexpr std::chrono::seconds longestWait{15};

QNetworkRequest requestFor(const QUrl &url, qint64 mostBytes)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, OnlineAccess::userAgent());
    // Qt would tell the language of this computer.
    request.setRawHeader("Accept-Language", "*");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(longestWait);
    request.setDecompressedSafetyCheckThreshold(mostBytes);
    request.setMaximumRedirectsAllowed(3);
    return request;
}

QString reasonOf(const QNetworkReply &reply)
{
    const QString host = hostName(reply.request().url());
    switch (reply.error()) {
    case QNetworkReply::InsecureRedirectError:
        return OnlineText::tr("%1 sends the question on to another address, which was not followed; if you trust that "
                              "address, add it by itself")
            .arg(host);
    case QNetworkReply::TooManyRedirectsError:
        return OnlineText::tr("%1 sends the question round in circles; ask who runs it, or turn it off").arg(host);
    case QNetworkReply::SslHandshakeFailedError:
        return OnlineText::tr("%1 cannot show that it is who it says, so nothing was asked of it; ask who runs it, or "
                              "turn it off")
            .arg(host);
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return OnlineText::tr("%1 took longer than %2 seconds to answer; try again later, or turn it off")
            .arg(host)
            .arg(longestWait.count());
    default: break;
    }
    if (const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); status >= 400) {
        return OnlineText::tr("%1 refuses with error %2; look whether its address is right, or turn it off")
            .arg(host)
            .arg(status);
    }
    return OnlineText::tr("%1 does not answer; look whether this computer is online, or turn it off").arg(host);
}

} // namespace

OnlineAccess::OnlineAccess(QObject *parent)
    : QObject(parent)
{
    NetworkLock::put(m_open);
}

OnlineAccess::~OnlineAccess()
{
    allow({});
}

QString OnlineAccess::userAgent()
{
    return QStringLiteral("Dateline/%1").arg(QCoreApplication::applicationVersion());
}

void OnlineAccess::allow(const QStringList &origins)
{
    m_open->set(QSet<QString>(origins.begin(), origins.end()));
    std::erase_if(m_questions, [this](Question &question) {
        if (allows(question.url))
            return false;
        breakOff(question);
        return true;
    });
    if (m_manager && origins.isEmpty())
        m_manager->clearConnectionCache();
}

bool OnlineAccess::allows(const QUrl &url) const
{
    return checkAddress(url) && m_open->contains(webOrigin(url));
}

quint64 OnlineAccess::get(const QUrl &url, qint64 mostBytes, Answer answer)
{
    const quint64 id = ++m_lastId;
    if (!allows(url)) {
        const QString sentence =
            OnlineText::tr("%1 was not asked, since it is not turned on for this case").arg(hostName(url));
        QMetaObject::invokeMethod(
            this, [answer = std::move(answer), sentence] { answer(failure(Error::Kind::Unsupported, sentence)); },
            Qt::QueuedConnection);
        return id;
    }
    m_questions.push_back({.id = id, .url = url, .mostBytes = mostBytes, .answer = std::move(answer)});
    askNext();
    return id;
}

void OnlineAccess::drop(quint64 question)
{
    if (Question *dropped = find(question)) {
        breakOff(*dropped);
        std::erase_if(m_questions, [question](const Question &other) { return other.id == question; });
        askNext();
    }
}

void OnlineAccess::breakOff(Question &question)
{
    if (QNetworkReply *reply = std::exchange(question.reply, nullptr)) {
        disconnect(reply, nullptr, this, nullptr);
        reply->abort();
        reply->deleteLater();
    }
}

OnlineAccess::Question *OnlineAccess::find(quint64 id)
{
    const auto found = std::ranges::find(m_questions, id, &Question::id);
    return found == m_questions.end() ? nullptr : &*found;
}

void OnlineAccess::askNext()
{
    auto running = std::ranges::count_if(m_questions, [](const Question &question) { return question.reply; });
    for (Question &question : m_questions) {
        if (running >= mostAtOnce)
            return;
        if (question.reply)
            continue;
        ask(question);
        ++running;
    }
}

void OnlineAccess::ask(Question &question)
{
    if (!m_manager)
        m_manager = new QNetworkAccessManager(this);
    question.reply = m_manager->get(requestFor(question.url, question.mostBytes));
    const quint64 id = question.id;
    const auto endAbove = [this, id](qint64 bytes) {
        Question *asked = find(id);
        if (!asked || asked->tooLarge || bytes <= asked->mostBytes)
            return;
        asked->tooLarge = true;
        asked->reply->abort();
    };
    connect(question.reply, &QNetworkReply::downloadProgress, this,
            [endAbove](qint64 received, qint64 total) { endAbove(std::max(received, total)); });
    // What was packed may grow beyond what was received.
    connect(question.reply, &QNetworkReply::readyRead, this,
            [endAbove, reply = question.reply] { endAbove(reply->bytesAvailable()); });
    connect(question.reply, &QNetworkReply::finished, this, [this, id] { finish(id); });
}

Result<QByteArray> OnlineAccess::answerTo(Question &question)
{
    QNetworkReply &reply = *question.reply;
    QByteArray bytes = question.tooLarge ? QByteArray() : reply.read(question.mostBytes + 1);
    // Qt itself stops unpacking what grows without reason.
    const bool isBomb = reply.error() == QNetworkReply::UnknownContentError
        && reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() < 400;
    if (question.tooLarge || isBomb || bytes.size() > question.mostBytes) {
        return failure(Error::Kind::Unsupported,
                       OnlineText::tr("The answer of %1 is larger than %2 MB and was not read")
                           .arg(hostName(question.url))
                           .arg(std::max<qint64>(1, question.mostBytes / 1'000'000)));
    }
    if (reply.error() != QNetworkReply::NoError) {
        const bool isMissing =
            reply.error() == QNetworkReply::ContentNotFoundError || reply.error() == QNetworkReply::ContentGoneError;
        return failure(isMissing ? Error::Kind::NotFound : Error::Kind::Unreadable, reasonOf(reply));
    }
    return bytes;
}

void OnlineAccess::finish(quint64 id)
{
    Question *asked = find(id);
    if (!asked)
        return;
    Result<QByteArray> result = answerTo(*asked);
    asked->reply->deleteLater();
    const Answer answer = std::move(asked->answer);
    std::erase_if(m_questions, [id](const Question &question) { return question.id == id; });
    askNext();
    answer(std::move(result));
}

} // namespace dateline
