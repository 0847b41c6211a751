using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>Whatever a request can fill is made for it: nothing that is stored is bound, so that nobody can post a property that no form has.</summary>
public sealed class FormsAreViewModelsTests
{
    [Fact]
    public void Nothing_that_is_stored_can_be_filled_by_a_request()
    {
        using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<CurrentScope>()
            .AddDbContext<SqlitePortalDbContext>(options => options.UseSqlite()).BuildServiceProvider();
        var stored = services.GetRequiredService<SqlitePortalDbContext>().Model.GetEntityTypes().Select(type => type.ClrType).ToHashSet();
        var actions = Actions();
        var bound = actions.SelectMany(action => action.GetParameters().Where(parameter => !parameter.IsDefined(typeof(FromServicesAttribute)))
            .SelectMany(parameter => Reachable(parameter.ParameterType, []).Where(stored.Contains).Select(type => $"{action.DeclaringType!.Name}.{action.Name}({parameter.Name}): {type.Name}"))).ToArray();
        var properties = actions.Select(action => action.DeclaringType!).Distinct().SelectMany(type => type.GetProperties())
            .Where(property => property.IsDefined(typeof(BindPropertyAttribute)));

        Assert.True(actions.Length > 200 && stored.Count > 60, $"{actions.Length} {stored.Count}");
        Assert.Empty(bound);
        Assert.Empty(properties);
    }

    [Fact]
    public async Task A_field_by_the_name_of_a_part_of_the_address_changes_nothing()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.AddStaffMember(9, StaffRoles.Administrator);
        var (supplier, administrator) = (portal.SignedIn("supplier:7"), portal.SignedIn("staff:9"));

        var saved = await supplier.Send(await supplier.Page(Portal.OfferPath), Portal.OfferPath + "/save", ("number", "20060001"), ("no", "7"), ("Currency", "RUB"));
        Assert.Equal(Portal.OfferPath, saved.Headers.Location?.ToString().Split('?')[0]);
        const string Wording = "/administration/mails/RegistrationStarted/ru";
        var refused = await administrator.Send(await administrator.Page(Wording), Wording + "/preview", ("language", "1"), ("Subject", ""));
        Assert.True((int)refused.StatusCode is >= 400 and < 500, $"{refused.StatusCode}");
    }

    [Fact]
    public async Task A_field_by_the_name_that_the_form_has_in_our_code_empties_nothing()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var supplier = portal.SignedIn("supplier:7");

        var saved = await supplier.Send(await supplier.Page(Portal.OfferPath), Portal.OfferPath + "/save", ("form", "1"), ("after", "1"), ("Currency", "RUB"), ("PaymentTerms", "Thirty days after delivery"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Thirty days after delivery", (await supplier.Page(Portal.OfferPath)).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private static MethodInfo[] Actions() => [.. typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Controller)))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))];

    /// <summary>All types that the binder could make for this one.</summary>
    private static HashSet<Type> Reachable(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        foreach (var inner in type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments())
        {
            Reachable(inner, seen);
        }

        if (type.Assembly.GetName().Name!.StartsWith("SrmPortal", StringComparison.Ordinal) && seen.Add(type))
        {
            foreach (var property in type.GetProperties().Where(property => property.CanWrite && !property.IsDefined(typeof(BindNeverAttribute))))
            {
                Reachable(property.PropertyType, seen);
            }

            foreach (var parameter in type.GetConstructors().SelectMany(constructor => constructor.GetParameters()))
            {
                Reachable(parameter.ParameterType, seen);
            }
        }

        return seen;
    }
}
