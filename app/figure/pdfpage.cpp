#include "figure/pdfpage.h"

#include "figure/qpdf.h"

#include <QCryptographicHash>

#include <exception>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <vector>

namespace dateline
{

namespace
{

constexpr qint64 mostPageBytes = 2LL * 1024 * 1024 * 1024; // Unpacked: a small file may unpack to any size.
constexpr qint64 mostSidecarBytes = 256LL * 1024 * 1024;

/// Hands what @p stream unpacks to on to @p take; throws when it is more than @p room, which it lessens.
void unpack(QPDFObjectHandle stream, qint64 &room, const std::function<void(QByteArrayView)> &take)
{
    Pl_Function sink("sink", nullptr, [&](unsigned char const *data, size_t size) {
        room -= static_cast<qint64>(size);
        if (room < 0)
            throw std::length_error("too large");
        take(QByteArrayView(data, static_cast<qsizetype>(size)));
    });
    bool isUnpacked = false;
    if (!stream.pipeStreamData(&sink, &isUnpacked, 0, qpdf_dl_generalized, true))
        throw std::runtime_error("damaged stream");
}

/// All that is reached from an object, hashed in an order that does not depend on how the file numbers its objects.
class Digest
{
public:
    explicit Digest(const QPDFObjectHandle &first) { reach(first); }

    QString take()
    {
        // Not by recursion: the way from object to object may be as long as the file.
        for (std::size_t i = 0; i < m_waiting.size(); ++i) {
            QPDFObjectHandle object = m_waiting[i];
            if (object.isStream()) {
                add(object.getDict());
                unpack(object, m_room, [this](QByteArrayView bytes) { m_hash.addData(bytes); });
            } else {
                add(object);
            }
            m_hash.addData("\n");
        }
        return QString::fromLatin1(m_hash.result().toHex());
    }

private:
    void reach(const QPDFObjectHandle &object)
    {
        const auto [found, isNew] = m_numbers.emplace(object.getObjGen(), m_numbers.size());
        if (isNew)
            m_waiting.push_back(object);
        m_hash.addData(QByteArray::number(static_cast<qulonglong>(found->second)) + " R ");
    }

    void addPart(const QPDFObjectHandle &object)
    {
        if (object.isIndirect())
            reach(object);
        else
            add(object);
    }

    void add(const QPDFObjectHandle &object)
    {
        // How a stream is packed, and ways back up.
        static const std::set<std::string> leftOut{"/Length",        "/Filter", "/DecodeParms", "/Parent",
                                                   "/StructParents", "/P",      "/StructParent"};
        if (object.isDictionary()) {
            m_hash.addData("<< ");
            for (const auto &[key, value] : object.getDictAsMap()) {
                if (leftOut.contains(key))
                    continue;
                m_hash.addData(QByteArrayView(key));
                m_hash.addData(" ");
                addPart(value);
            }
            m_hash.addData(">> ");
        } else if (object.isArray()) {
            m_hash.addData("[ ");
            for (const QPDFObjectHandle &part : object.getArrayAsVector())
                addPart(part);
            m_hash.addData("] ");
        } else {
            m_hash.addData(QByteArray::fromStdString(object.unparseResolved()) + ' ');
        }
    }

    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::map<QPDFObjGen, std::size_t> m_numbers;
    std::vector<QPDFObjectHandle> m_waiting;
    qint64 m_room = mostPageBytes;
};

/// Reads @p bytes for as long as @p pdf is used; throws where they are no PDF or a damaged one.
void open(QPDF &pdf, const QByteArray &bytes)
{
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false); // What has to be mended is not what was written.
    pdf.processMemoryFile("figure", bytes.constData(), static_cast<size_t>(bytes.size()));
}

} // namespace

QStringList pagesSha256(QPDF &pdf)
{
    QPDFPageDocumentHelper document(pdf);
    document.pushInheritedAttributesToPage(); // What is said for all pages may turn or cut this one.
    QStringList hashes;
    for (const QPDFPageObjectHelper &page : document.getAllPages())
        hashes.append(Digest(page.getObjectHandle()).take());
    return hashes;
}

QStringList pagesSha256(const QByteArray &bytes)
{
    try {
        QPDF pdf;
        open(pdf, bytes);
        return pagesSha256(pdf);
    } catch (const std::exception &) {
        return {};
    }
}

std::optional<QByteArray> sidecarInPdf(const QByteArray &bytes)
{
    try {
        QPDF pdf;
        open(pdf, bytes);
        const auto file = QPDFEmbeddedFileDocumentHelper(pdf).getEmbeddedFile(pdfSidecar);
        if (!file)
            return std::nullopt;
        QPDFObjectHandle stream = file->getEmbeddedFileStream();
        if (!stream.isStream())
            return std::nullopt;
        QByteArray sidecar;
        qint64 room = mostSidecarBytes;
        unpack(stream, room, [&sidecar](QByteArrayView part) { sidecar.append(part); });
        return sidecar;
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

} // namespace dateline
