using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace SrmPortal.Web.Tests.SqlServer;

/// <summary>
/// Keeps every query that the application asks of one database, so that the same questions can be put to another provider: each is
/// rebuilt on that provider's model, with any value for its parameters.
/// </summary>
internal sealed class QueriesOfTheApplication : IQueryExpressionInterceptor
{
    private readonly ConcurrentDictionary<string, Expression> _asked = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string> _writtenByHand = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Expression> Asked => [.. _asked.Values];

    /// <summary>SQL that stands in the source, for one provider; it isn't translated but written once for each.</summary>
    public IReadOnlyCollection<string> WrittenByHand => [.. _writtenByHand.Values];

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (SqlInside.Of(queryExpression) is { } sql)
        {
            _writtenByHand.TryAdd(sql, sql);
        }
        else
        {
            _asked.TryAdd(queryExpression.ToString(), queryExpression);
        }

        return queryExpression;
    }

    /// <summary>Asks one of them of another context; what comes back does not matter, what was sent is recorded there.</summary>
    public static void AskOf(DbContext other, Expression query)
    {
        var provider = ((IQueryable)other.Set<Domain.Sourcing.Site>()).Provider;
        var rebuilt = new OnOther(other, (IAsyncQueryProvider)provider).Visit(query);
        try
        {
            if (rebuilt.Type.IsAssignableTo(typeof(IQueryable)))
            {
                foreach (var _ in provider.CreateQuery(rebuilt))
                {
                }
            }
            else
            {
                provider.Execute(rebuilt);
            }
        }
        catch (Exception thrown) when (FindsNothing(thrown))
        {
        }
    }

    // The recorder answers every command with nothing, so First and Single complain, after the command was recorded.
    private static bool FindsNothing(Exception thrown) =>
        thrown is InvalidOperationException { Message: "Sequence contains no elements." or "Sequence contains no elements" }
        || (thrown.InnerException is { } inner && FindsNothing(inner));

    /// <summary>Finds <c>FromSql</c> and <c>SqlQuery</c>; their nodes are the provider's own, and known by their text alone.</summary>
    private sealed class SqlInside : ExpressionVisitor
    {
        private string? _sql;

        public static string? Of(Expression query)
        {
            var visitor = new SqlInside();
            visitor.Visit(query);
            return visitor._sql;
        }

        protected override Expression VisitExtension(Expression node)
        {
            _sql ??= node is QueryRootExpression ? node.GetType().GetProperty("Sql")?.GetValue(node) as string : null;
            return node is QueryRootExpression ? node : base.VisitExtension(node);
        }
    }

    private sealed class OnOther(DbContext other, IAsyncQueryProvider provider) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root when root.GetType() == typeof(EntityQueryRootExpression) =>
                new EntityQueryRootExpression(provider, other.Model.FindEntityType(root.EntityType.Name)!),
            QueryParameterExpression parameter => Expression.Constant(AnyOf(parameter.Type), parameter.Type),
            _ => base.VisitExtension(node),
        };

        // In pieces the later ones are sent only when the first finds something; as one statement all of it is seen.
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(RelationalQueryableExtensions.AsSplitQuery) ? Visit(node.Arguments[0]) : base.VisitMethodCall(node);

        private static object? AnyOf(Type type)
        {
            var value = Nullable.GetUnderlyingType(type) ?? type;
            if (value == typeof(string))
            {
                return "a";
            }

            if (value.IsArray)
            {
                var array = Array.CreateInstance(value.GetElementType()!, 1);
                array.SetValue(AnyOf(value.GetElementType()!), 0);
                return array;
            }

            if (value.IsGenericType && value.GetGenericArguments() is [var element])
            {
                var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
                list.Add(AnyOf(element));
                return value.IsAssignableFrom(list.GetType()) ? list : Activator.CreateInstance(value, list);
            }

            return value == typeof(DateTime) ? DateTime.UnixEpoch : value.IsValueType ? Activator.CreateInstance(value) : null;
        }
    }
}
