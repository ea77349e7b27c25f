// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsondiff.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace podium {

namespace {

constexpr std::size_t kFewMembers = 12; ///< below, looking one after the other is quicker than an index

/// Members of an object by name: the object itself keeps them in a list, where finding each of many would be quadratic.
class Members
{
public:
    explicit Members(const Json &object)
        : m_object(object)
    {
        if (object.size() <= kFewMembers)
            return;
        m_index.reserve(object.size());
        for (auto it = object.begin(); it != object.end(); ++it)
            m_index.emplace(it.key(), &it.value());
    }

    const Json *find(const std::string &name) const
    {
        if (m_index.empty()) {
            const auto found = m_object.find(name);
            return found == m_object.end() ? nullptr : &*found;
        }
        const auto found = m_index.find(name);
        return found == m_index.end() ? nullptr : found->second;
    }

private:
    const Json &m_object;
    std::unordered_map<std::string_view, const Json *> m_index;
};

void mix(std::size_t &seed, std::size_t value)
{
    seed ^= value + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2);
}

/// Equal for what isSameJson() calls the same.
std::size_t hashOf(const Json &value)
{
    if (value.is_number())
        return std::hash<double>()(value.get<double>());
    if (value.is_string())
        return std::hash<std::string>()(value.get_ref<const std::string &>());
    std::size_t hash = static_cast<std::size_t>(value.type());
    if (value.is_array()) {
        for (const Json &element : value)
            mix(hash, hashOf(element));
    } else if (value.is_object()) {
        for (auto it = value.begin(); it != value.end(); ++it) {
            std::size_t member = std::hash<std::string>()(it.key());
            mix(member, hashOf(it.value()));
            hash += member; // in any order
        }
    } else {
        mix(hash, std::hash<Json>()(value));
    }
    return hash;
}

QString childPointer(const QString &pointer, const std::string &name)
{
    return pointer + u'/' + pointerToken(QString::fromStdString(name));
}

QString childPointer(const QString &pointer, std::size_t index)
{
    return pointer + u'/' + QString::number(index);
}

class Differ
{
public:
    explicit Differ(qsizetype most)
        : m_most(most)
    {
    }

    void compare(const Json &left, const Json &right, const QString &leftAt, const QString &rightAt)
    {
        if (isFull())
            return;
        if (left.is_object() && right.is_object())
            compareObjects(left, right, leftAt, rightAt);
        else if (left.is_array() && right.is_array())
            compareArrays(left, right, leftAt, rightAt);
        else if (left != right)
            add({JsonChange::Kind::Changed, rightAt, left, right});
    }

    QList<JsonChange> take() { return std::move(m_changes); }

private:
    bool isFull() const { return m_changes.size() >= m_most; }

    void add(JsonChange change)
    {
        if (!isFull())
            m_changes.append(std::move(change));
    }

    void compareObjects(const Json &left, const Json &right, const QString &leftAt, const QString &rightAt)
    {
        const Members rights(right);
        for (auto it = left.begin(); it != left.end() && !isFull(); ++it) {
            const QString at = childPointer(leftAt, it.key());
            if (const Json *other = rights.find(it.key()))
                compare(it.value(), *other, at, childPointer(rightAt, it.key()));
            else
                add({JsonChange::Kind::Removed, at, it.value(), nullptr});
        }
        const Members lefts(left);
        for (auto it = right.begin(); it != right.end() && !isFull(); ++it) {
            if (!lefts.find(it.key()))
                add({JsonChange::Kind::Added, childPointer(rightAt, it.key()), nullptr, it.value()});
        }
    }

    void compareArrays(const Json &left, const Json &right, const QString &leftAt, const QString &rightAt)
    {
        std::size_t begin = 0;
        std::size_t leftEnd = left.size();
        std::size_t rightEnd = right.size();
        while (begin < leftEnd && begin < rightEnd && isSameJson(left[begin], right[begin]))
            ++begin;
        while (leftEnd > begin && rightEnd > begin && isSameJson(left[leftEnd - 1], right[rightEnd - 1])) {
            --leftEnd;
            --rightEnd;
        }
        std::size_t i = begin;
        std::size_t j = begin;
        for (const auto &[leftMatch, rightMatch] : aligned(left, right, begin, leftEnd, rightEnd)) {
            compareStretch(left, right, {i, leftMatch}, {j, rightMatch}, leftAt, rightAt);
            // Matched by their hashes: should those deceive, what differs is found here.
            compare(left[leftMatch], right[rightMatch], childPointer(leftAt, leftMatch),
                    childPointer(rightAt, rightMatch));
            i = leftMatch + 1;
            j = rightMatch + 1;
        }
        compareStretch(left, right, {i, leftEnd}, {j, rightEnd}, leftAt, rightAt);
    }

    using Stretch = std::pair<std::size_t, std::size_t>;

    /// Elements of which none is the same in both: one by one, what is left over was added or removed.
    void compareStretch(const Json &left, const Json &right, Stretch lefts, Stretch rights, const QString &leftAt,
                        const QString &rightAt)
    {
        auto [i, leftEnd] = lefts;
        auto [j, rightEnd] = rights;
        for (; i < leftEnd && j < rightEnd && !isFull(); ++i, ++j)
            compare(left[i], right[j], childPointer(leftAt, i), childPointer(rightAt, j));
        for (; i < leftEnd && !isFull(); ++i)
            add({JsonChange::Kind::Removed, childPointer(leftAt, i), left[i], nullptr});
        for (; j < rightEnd && !isFull(); ++j)
            add({JsonChange::Kind::Added, childPointer(rightAt, j), nullptr, right[j]});
    }

    /// A longest common subsequence, by the usual table.
    static std::vector<Stretch> aligned(const Json &left, const Json &right, std::size_t begin, std::size_t leftEnd,
                                        std::size_t rightEnd)
    {
        const std::size_t rows = leftEnd - begin;
        const std::size_t columns = rightEnd - begin;
        if (rows == 0 || columns == 0 || rows > kMostAligned || columns > kMostAligned)
            return {};
        const auto hashes = [begin](const Json &array, std::size_t end) {
            std::vector<std::size_t> all;
            for (std::size_t i = begin; i < end; ++i)
                all.push_back(hashOf(array[i]));
            return all;
        };
        const std::vector<std::size_t> a = hashes(left, leftEnd);
        const std::vector<std::size_t> b = hashes(right, rightEnd);
        std::vector<unsigned> table((rows + 1) * (columns + 1), 0);
        const auto cell = [&table, columns](std::size_t i, std::size_t j) -> unsigned & {
            return table[i * (columns + 1) + j];
        };
        for (std::size_t i = rows; i-- > 0;) {
            for (std::size_t j = columns; j-- > 0;)
                cell(i, j) = a[i] == b[j] ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
        }
        std::vector<Stretch> matches;
        for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
            if (a[i] == b[j])
                matches.emplace_back(begin + i++, begin + j++);
            else
                cell(i + 1, j) >= cell(i, j + 1) ? ++i : ++j;
        }
        return matches;
    }

    const qsizetype m_most;
    QList<JsonChange> m_changes;
};

} // namespace

bool isSameJson(const Json &left, const Json &right)
{
    if (left.is_object() && right.is_object()) {
        if (left.size() != right.size())
            return false;
        const Members rights(right);
        for (auto it = left.begin(); it != left.end(); ++it) {
            const Json *other = rights.find(it.key());
            if (!other || !isSameJson(it.value(), *other))
                return false;
        }
        return true;
    }
    if (left.is_array() && right.is_array()) {
        return left.size() == right.size() &&
               std::equal(left.begin(), left.end(), right.begin(),
                          [](const Json &a, const Json &b) { return isSameJson(a, b); });
    }
    return left == right; // of different types only numbers can be
}

QList<JsonChange> jsonDifference(const Json &left, const Json &right, qsizetype most)
{
    Differ differ(most);
    differ.compare(left, right, {}, {});
    return differ.take();
}

} // namespace podium
