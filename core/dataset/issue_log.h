#pragma once

#include "core/dataset/issue.h"

#include <QString>

#include <map>
#include <vector>

namespace labelwright {

/// Gathers findings one by one and groups them by kind.
class IssueLog
{
public:
    /// `row` is the line in the index, 0 when there is none.
    void add(IssueKind kind, qint64 row, const QString& name)
    {
        constexpr qsizetype maxNames = 1000;
        Issue& issue = m_issues[kind];
        issue.kind = kind;
        ++issue.count;
        if (row > 0)
            issue.rows.push_back(row);
        if (issue.names.size() < maxNames)
            issue.names.append(name);
    }

    /// The issues in the order of their kinds, with their sentences.
    [[nodiscard]] std::vector<Issue> take()
    {
        std::vector<Issue> issues;
        for (auto& [kind, issue] : m_issues) {
            issue.text = issueText(kind, issue.count);
            issues.push_back(std::move(issue));
        }
        m_issues.clear();
        return issues;
    }

private:
    std::map<IssueKind, Issue> m_issues;
};

} // namespace labelwright
