using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SrmPortal.Web.Features.Home;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Infrastructure;

/// <summary>Controllers, views and forms: how all features do it.</summary>
internal static class PortalPages
{
    public static IServiceCollection AddPortalPages(this IServiceCollection services)
    {
        ValidatorOptions.Global.LanguageManager = new ValidationTexts();
        services.AddValidatorsFromAssemblyContaining<Program>();
        services.AddOptions<PortalSettings>().BindConfiguration("Portal");
        services.AddSingleton<PagesThatExist>();
        services.AddHomes();
        services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationExpanders.Add(new FeatureViewLocations()));
        services.AddControllersWithViews(mvc =>
        {
            mvc.Filters.Add<AutoValidateAntiforgeryTokenAttribute>();
            mvc.Filters.Add<FormOfAnother>();
            mvc.Conventions.Add(new AddressCounts());
            mvc.Conventions.Add(new FieldsHaveNoPrefix());
            mvc.ModelBinderProviders.Insert(0, new HumanNumberBinderProvider());
            mvc.ModelBinderProviders.Insert(0, new TypedDateBinderProvider());
            mvc.MaxModelBindingCollectionSize = PortalSecurity.MaxLines;
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            SayInBothLanguages(mvc.ModelBindingMessageProvider);
        }).AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        services.AddSingleton<FormsOfSession>().AddSingleton<IHtmlGenerator, MarkedForms>();
        return services;
    }

    /// <summary>What the framework says where a value is of no use. The value itself stays in its field and need not be repeated.</summary>
    private static void SayInBothLanguages(DefaultModelBindingMessageProvider says)
    {
        says.SetAttemptedValueIsInvalidAccessor((_, _) => NotUnderstood);
        says.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => NotUnderstood);
        says.SetUnknownValueIsInvalidAccessor(_ => NotUnderstood);
        says.SetNonPropertyUnknownValueIsInvalidAccessor(() => NotUnderstood);
        says.SetValueIsInvalidAccessor(_ => NotUnderstood);
        says.SetValueMustBeANumberAccessor(_ => Number);
        says.SetNonPropertyValueMustBeANumberAccessor(() => Number);
        says.SetValueMustNotBeNullAccessor(_ => Missing);
        says.SetMissingBindRequiredValueAccessor(_ => Missing);
        says.SetMissingKeyOrValueAccessor(() => Missing);
        says.SetMissingRequestBodyRequiredValueAccessor(() => Missing);
    }

    private static string NotUnderstood => Language.IsRussian ? "Это не удалось понять." : "This could not be understood.";

    private static string Number => Language.IsRussian ? "Напишите число." : "Write a number.";

    private static string Missing => Language.IsRussian ? "Заполните это поле." : "Fill this in.";
}
