#pragma once

#include <QByteArray>
#include <QIODevice>

#include <memory>

namespace dateline
{

/// Reads a text in any encoding as UTF-8, a block at a time.
///
/// Unicode is told by its mark or by its zero bytes. A file that is ASCII for a million lines and then is not may be
/// UTF-8 or one of the older encodings: that is decided by its first other letters. Bytes that its encoding does not
/// have become U+FFFD; those of a file that began as UTF-8 stay as they are.
class Utf8Device final : public QIODevice
{
public:
    /// @param bytes open for reading; must outlive this, which is open then.
    explicit Utf8Device(QIODevice &bytes);
    ~Utf8Device() override;

    /// Whether the beginning is text in some encoding.
    [[nodiscard]] bool isText() const { return m_isText; }
    [[nodiscard]] bool isSequential() const override { return true; }
    /// How many bytes of the file were read so far.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    class Converter;
    void decide();
    [[nodiscard]] qint64 fill();
    void passUtf8();

    QIODevice &m_bytes;
    QByteArray m_raw; ///< Read, not yet turned into UTF-8.
    QByteArray m_ready; ///< UTF-8 that was not handed out.
    qsizetype m_at = 0; ///< In m_ready.
    std::unique_ptr<Converter> m_converter; ///< None: UTF-8 passes as it is.
    bool m_onlyAscii = true; ///< So far, which leaves the encoding open.
    bool m_isText = true;
    bool m_atEnd = false;
    qint64 m_bytesRead = 0;
};

} // namespace dateline
